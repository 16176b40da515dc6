"""keras.config: what holds for all layers that follow. Never imported."""


def image_data_format():
    return __setting__("data_format") or "channels_last"


def set_image_data_format(data_format):
    __setting__("data_format", data_format)


def backend():
    return __some__("backend")


def floatx():
    return "float32"


def set_floatx(value):
    pass


def epsilon():
    return 1e-07


def set_epsilon(value):
    pass


def dtype_policy():
    return __some__("dtype_policy")


def set_dtype_policy(policy):
    pass


def set_backend(backend):
    pass


def enable_traceback_filtering():
    pass


def disable_traceback_filtering():
    pass


def enable_interactive_logging():
    pass


def disable_interactive_logging():
    pass


def enable_unsafe_deserialization():
    pass


def enable_flash_attention():
    pass


def disable_flash_attention():
    pass


def is_interactive_logging_enabled():
    return __flag__("interactive logging")
