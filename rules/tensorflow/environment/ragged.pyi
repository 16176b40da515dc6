"""Rows of different lengths, sparse tensors, columns of features: no shapes that rules can tell."""

@op(
    "tensorflow.ragged.cross", "tensorflow.ragged.cross_hashed", "tensorflow.ragged.map_flat_values",
    "tensorflow.ragged.row_splits_to_segment_ids", "tensorflow.ragged.segment_ids_to_row_splits",
    "tensorflow.ragged.stack_dynamic_partitions", "tensorflow.RaggedTensor.from_nested_row_lengths",
    "tensorflow.RaggedTensor.from_nested_value_rowids", "tensorflow.RaggedTensor.from_row_limits",
    "tensorflow.RaggedTensor.from_row_starts", "tensorflow.RaggedTensor.from_sparse", "tensorflow.RaggedTensor.from_uniform_row_length",
    "tensorflow.sparse.add", "tensorflow.sparse.bincount", "tensorflow.sparse.concat", "tensorflow.sparse.cross",
    "tensorflow.sparse.cross_hashed", "tensorflow.sparse.expand_dims", "tensorflow.sparse.eye", "tensorflow.sparse.fill_empty_rows",
    "tensorflow.sparse.map_values", "tensorflow.sparse.mask", "tensorflow.sparse.maximum", "tensorflow.sparse.minimum",
    "tensorflow.sparse.reduce_max", "tensorflow.sparse.reduce_sum", "tensorflow.sparse.reset_shape", "tensorflow.sparse.reshape",
    "tensorflow.sparse.retain", "tensorflow.sparse.sampled_addmm", "tensorflow.sparse.segment_mean", "tensorflow.sparse.segment_sqrt_n",
    "tensorflow.sparse.segment_sum", "tensorflow.sparse.slice", "tensorflow.sparse.softmax", "tensorflow.sparse.split",
    "tensorflow.sparse.to_indicator", "tensorflow.sparse.transpose", "tensorflow.sets.difference", "tensorflow.sets.intersection",
    "tensorflow.sets.size", "tensorflow.sets.union", "tensorflow.SparseTensor", "tensorflow.SparseTensorSpec",
    "tensorflow.TensorArraySpec", "tensorflow.IndexedSlices", "tensorflow.IndexedSlicesSpec", "tensorflow.OptionalSpec",
    "tensorflow.type_spec_from_value", "tensorflow.make_ndarray", "tensorflow.make_tensor_proto", "tensorflow.nn.embedding_lookup_sparse",
    "tensorflow.nn.safe_embedding_lookup_sparse", "tensorflow.feature_column.bucketized_column",
    "tensorflow.feature_column.categorical_column_with_hash_bucket", "tensorflow.feature_column.categorical_column_with_identity",
    "tensorflow.feature_column.categorical_column_with_vocabulary_file",
    "tensorflow.feature_column.categorical_column_with_vocabulary_list", "tensorflow.feature_column.crossed_column",
    "tensorflow.feature_column.embedding_column", "tensorflow.feature_column.indicator_column",
    "tensorflow.feature_column.make_parse_example_spec", "tensorflow.feature_column.numeric_column",
    "tensorflow.feature_column.sequence_categorical_column_with_hash_bucket",
    "tensorflow.feature_column.sequence_categorical_column_with_identity",
    "tensorflow.feature_column.sequence_categorical_column_with_vocabulary_file",
    "tensorflow.feature_column.sequence_categorical_column_with_vocabulary_list", "tensorflow.feature_column.sequence_numeric_column",
    "tensorflow.feature_column.shared_embeddings", "tensorflow.feature_column.weighted_categorical_column",
)
def irregular_parts(*args: object, **kwargs: object) -> object:
    """Rows of different lengths, sparse tensors, columns of features.

    >>> irregular_parts(1)
    ...
    """
