"""What layers within networks of keras.applications give: by name, how often they have halved the image, and their
channels; None for a name that is not known here. Never imported."""


def vgg(last):
    """VGG whose last blocks have so many convolutions (keras/src/applications/vgg16.py)."""
    channels = {"block1": 64, "block2": 128, "block3": 256, "block4": 512, "block5": 512}

    def inner(name):
        block, _, part = name.partition("_")
        if block not in channels:
            return None
        number = int(block[-1])
        if part == "pool":
            return number, channels[block]
        convolutions = ("conv1", "conv2", "conv3", "conv4")[: 2 if number < 3 else last]
        return (number - 1, channels[block]) if part in convolutions else None

    return inner


def _place(name, blocks):
    """Of `conv4_block6_out`: the stage, the block and the part; None if there is no such block."""
    stage, _, rest = name.partition("_")
    block, _, part = rest.partition("_")
    if stage not in ("conv2", "conv3", "conv4", "conv5"):
        return None
    number = int(stage[-1])
    names = [f"block{i + 1}" for i in range(blocks[number - 2])]
    return (number, names.index(block), part) if block in names else None


def resnet(*blocks):
    """keras/src/applications/resnet.py: the first convolution of a stage halves."""

    def inner(name):
        if name in ("conv1_conv", "conv1_bn", "conv1_relu"):
            return 1, 64
        if name == "pool1_pool":
            return 2, 64
        place = _place(name, blocks)
        if place is None:
            return None
        stage, block, part = place
        width = 64 * 2 ** (stage - 2)
        if part in ("1_conv", "1_bn", "1_relu", "2_conv", "2_bn", "2_relu"):
            return stage, width
        shortcut = block == 0 and part in ("0_conv", "0_bn")
        return (stage, 4 * width) if shortcut or part in ("3_conv", "3_bn", "add", "out") else None

    return inner


def resnet_v2(*blocks):
    """keras/src/applications/resnet_v2.py: the last block of a stage halves, but for the last stage."""

    def inner(name):
        if name in ("conv1_conv", "pool1_pool"):
            return (1, 64) if name == "conv1_conv" else (2, 64)
        if name in ("post_bn", "post_relu"):
            return 5, 2048
        place = _place(name, blocks)
        if place is None or place[2] != "out":
            return None
        stage, block, _ = place
        halves = stage < 5 and block == blocks[stage - 2] - 1
        return stage + halves, 256 * 2 ** (stage - 2)

    return inner


def mobilenet_v2(alpha, divisible, last):
    """keras/src/applications/mobilenet_v2.py: a block expands its channels, may halve, and projects them."""
    widths = (16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320)
    levels = (1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5)
    blocks = [f"block_{i}" for i in range(1, 17)]

    def inner(name):
        if name in ("Conv1", "bn_Conv1", "Conv1_relu"):
            return 1, divisible(32 * alpha)
        if name in ("Conv_1", "Conv_1_bn", "out_relu"):
            return 5, last
        found = [i for i, block in enumerate(blocks) if name.startswith(block + "_")]
        if not found:
            return None
        block = found[0] + 1
        part = name[len(blocks[block - 1]) + 1 :]
        before = divisible(int(widths[block - 1] * alpha))
        if part in ("expand", "expand_BN", "expand_relu"):
            return levels[block - 1], 6 * before
        if part in ("depthwise", "depthwise_BN", "depthwise_relu"):
            return levels[block], 6 * before
        adds = part == "add" and levels[block] == levels[block - 1] and widths[block] == widths[block - 1]
        return (levels[block], divisible(int(widths[block] * alpha))) if adds or part in ("project", "project_BN") else None

    return inner
