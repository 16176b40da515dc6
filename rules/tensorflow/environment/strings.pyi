"""Texts, files and examples: what is in them decides their shapes, so the fuzz does not call these."""

@op(
    "tensorflow.strings.to_hash_bucket", "tensorflow.strings.to_hash_bucket_strong", "tensorflow.strings.unicode_script",
    "tensorflow.strings.unicode_transcode",
)
def text_of_text(input: object, *args: object, **kwargs: object) -> object:
    """A text or number for each text.

    >>> text_of_text(1)
    ...
    """

@op(
    "tensorflow.strings.unicode_decode_with_offsets", "tensorflow.strings.unicode_split_with_offsets",
    "tensorflow.strings.unsorted_segment_join", "tensorflow.io.FixedLenSequenceFeature", "tensorflow.io.RaggedFeature",
    "tensorflow.io.SparseFeature", "tensorflow.io.TFRecordOptions", "tensorflow.io.TFRecordWriter", "tensorflow.io.decode_and_crop_jpeg",
    "tensorflow.io.decode_base64", "tensorflow.io.decode_bmp", "tensorflow.io.decode_gif", "tensorflow.io.decode_json_example",
    "tensorflow.io.decode_jxl", "tensorflow.io.decode_proto", "tensorflow.io.decode_webp", "tensorflow.io.deserialize_many_sparse",
    "tensorflow.io.encode_base64", "tensorflow.io.encode_png", "tensorflow.io.encode_proto", "tensorflow.io.extract_jpeg_shape",
    "tensorflow.io.is_jpeg", "tensorflow.io.match_filenames_once", "tensorflow.io.parse_sequence_example",
    "tensorflow.io.parse_single_sequence_example", "tensorflow.io.serialize_many_sparse", "tensorflow.io.serialize_sparse",
    "tensorflow.io.write_graph", "tensorflow.io.gfile.get_registered_schemes", "tensorflow.io.gfile.mkdir", "tensorflow.io.gfile.rename",
    "tensorflow.io.gfile.stat", "tensorflow.io.gfile.walk", "tensorflow.image.decode_and_crop_jpeg", "tensorflow.image.decode_bmp",
    "tensorflow.image.decode_gif", "tensorflow.image.decode_jxl", "tensorflow.image.decode_webp", "tensorflow.image.encode_jpeg",
    "tensorflow.image.encode_png", "tensorflow.image.extract_jpeg_shape", "tensorflow.image.is_jpeg", "tensorflow.audio.decode_wav",
    "tensorflow.audio.encode_wav", "tensorflow.as_string", "tensorflow.train.Example", "tensorflow.train.Feature",
    "tensorflow.train.Features", "tensorflow.train.FeatureList", "tensorflow.train.FeatureLists", "tensorflow.train.BytesList",
    "tensorflow.train.FloatList", "tensorflow.train.Int64List", "tensorflow.train.SequenceExample",
)
def decoded(*args: object, **kwargs: object) -> object:
    """What a file or a text holds, or how it is written.

    >>> decoded(1)
    ...
    """
