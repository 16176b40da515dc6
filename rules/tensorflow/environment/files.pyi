"""Files, texts, devices and tables: no shapes that decide anything, so the fuzz does not call these."""

@op(
    "tensorflow.strings.regex_replace", "tensorflow.strings.strip", "tensorflow.strings.lower", "tensorflow.strings.upper",
    "tensorflow.strings.substr", "tensorflow.strings.as_string", "tensorflow.strings.to_number", "tensorflow.strings.length",
    "tensorflow.strings.to_hash_bucket_fast", "tensorflow.strings.regex_full_match",
)
def text(input: object, *args: object, **kwargs: object) -> object:
    """A text for each text.

    >>> text(1)
    ...
    """

@op(
    "tensorflow.strings.join", "tensorflow.strings.reduce_join", "tensorflow.strings.split", "tensorflow.strings.unicode_split",
    "tensorflow.strings.bytes_split", "tensorflow.strings.format", "tensorflow.strings.unicode_decode", "tensorflow.strings.unicode_encode",
    "tensorflow.strings.ngrams", "tensorflow.io.read_file", "tensorflow.io.write_file", "tensorflow.io.decode_raw",
    "tensorflow.io.decode_image", "tensorflow.io.decode_jpeg", "tensorflow.io.decode_png", "tensorflow.io.encode_jpeg", "tensorflow.image.decode_image",
    "tensorflow.image.decode_jpeg", "tensorflow.image.decode_png", "tensorflow.io.parse_single_example", "tensorflow.io.parse_example",
    "tensorflow.io.parse_tensor", "tensorflow.io.serialize_tensor", "tensorflow.io.decode_compressed", "tensorflow.io.decode_csv",
    "tensorflow.io.FixedLenFeature", "tensorflow.io.VarLenFeature", "tensorflow.io.matching_files", "tensorflow.io.gfile.exists",
    "tensorflow.io.gfile.GFile", "tensorflow.io.gfile.glob", "tensorflow.io.gfile.makedirs", "tensorflow.io.gfile.listdir",
    "tensorflow.io.gfile.isdir", "tensorflow.io.gfile.copy", "tensorflow.io.gfile.remove", "tensorflow.io.gfile.rmtree", "tensorflow.io.gfile.join",
)
def file(*args: object, **kwargs: object) -> object:
    """What a file or a text holds.

    >>> file(1)
    ...
    """

@op(
    "tensorflow.executing_eagerly", "tensorflow.is_tensor", "tensorflow.is_symbolic_tensor", "tensorflow.config.list_physical_devices",
    "tensorflow.config.list_logical_devices", "tensorflow.config.run_functions_eagerly", "tensorflow.config.get_visible_devices",
    "tensorflow.config.set_visible_devices", "tensorflow.config.experimental.list_physical_devices",
    "tensorflow.config.experimental.set_memory_growth", "tensorflow.config.experimental.get_device_details",
    "tensorflow.config.set_soft_device_placement", "tensorflow.config.optimizer.set_jit", "tensorflow.device", "tensorflow.name_scope",
    "tensorflow.control_dependencies", "tensorflow.init_scope", "tensorflow.print", "tensorflow.group", "tensorflow.random.set_seed",
    "tensorflow.get_logger", "tensorflow.saved_model.load", "tensorflow.saved_model.save", "tensorflow.train.Checkpoint",
    "tensorflow.train.CheckpointManager", "tensorflow.train.latest_checkpoint", "tensorflow.summary.scalar", "tensorflow.summary.histogram",
    "tensorflow.summary.image", "tensorflow.summary.create_file_writer", 
    "tensorflow.lookup.StaticHashTable", "tensorflow.lookup.KeyValueTensorInitializer", "tensorflow.lookup.StaticVocabularyTable",
    "tensorflow.lookup.TextFileInitializer", "tensorflow.debugging.assert_equal", "tensorflow.debugging.assert_shapes",
    "tensorflow.debugging.assert_rank", "tensorflow.debugging.assert_greater", "tensorflow.debugging.assert_less",
    "tensorflow.debugging.assert_greater_equal", "tensorflow.debugging.assert_less_equal", "tensorflow.debugging.assert_non_negative",
    "tensorflow.debugging.assert_positive", "tensorflow.debugging.assert_type", "tensorflow.debugging.assert_all_finite",
    "tensorflow.debugging.enable_check_numerics", "tensorflow.random.Generator.from_seed", "tensorflow.random.get_global_generator",
)
def environment(*args: object, **kwargs: object) -> object:
    """The device, the process, the log, or a check of values.

    >>> environment()
    ...
    """

@op(
    "tensorflow.ragged.constant", "tensorflow.ragged.boolean_mask", "tensorflow.ragged.stack", "tensorflow.ragged.range",
    "tensorflow.RaggedTensor.from_tensor", "tensorflow.RaggedTensor.from_row_lengths", "tensorflow.RaggedTensor.from_row_splits",
    "tensorflow.RaggedTensor.from_nested_row_splits", "tensorflow.RaggedTensor.from_value_rowids", "tensorflow.RaggedTensorSpec",
    "tensorflow.sparse.from_dense", "tensorflow.sparse.to_dense", "tensorflow.sparse.SparseTensor", "tensorflow.sparse.reorder",
    "tensorflow.sparse.sparse_dense_matmul", "tensorflow.TensorArray", "tensorflow.edit_distance", "tensorflow.fingerprint",
)
def irregular(*args: object, **kwargs: object) -> object:
    """Rows of different lengths, sparse tensors, arrays of tensors.

    >>> irregular(1)
    ...
    """
