"""torch.nn's containers and base class, as the interpreter runs them. Never imported."""

import copy

import torch
from torch.nn._registered import _Children, _Hooks, _Tensors


class _Handle:
    def __init__(self, hooks, hook, prepend=False):
        hooks.insert(0 if prepend else len(hooks), hook)
        self._hooks, self._hook = hooks, hook

    def remove(self):
        self._hooks.remove(self._hook)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


_before_all, _after_all = [], []
"""The hooks of all modules; like those of one, each with whether it is given the keywords too."""


def register_module_forward_hook(hook, *, with_kwargs=False, always_call=False):
    __hook_all__()
    return _Handle(_after_all, (hook, with_kwargs))


def register_module_forward_pre_hook(hook):
    __hook_all__()
    return _Handle(_before_all, (hook, False))


def _check_name(kind, name):
    if __surely__(not isinstance(name, str)):
        __fails__("bad-argument", "a " + kind + " is registered by a name, which {} is not", name)


class Module:
    training = __flag__("training")

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        if not __hooked__(self):
            return self.forward(*args, **kwargs)
        for hook, with_kwargs in [*_before_all, *getattr(self, "_hooks_before", [])]:
            changed = hook(self, args, kwargs) if with_kwargs else hook(self, args)
            if changed is None:
                continue
            if with_kwargs:
                args, kwargs = changed
            else:
                args = changed if isinstance(changed, tuple) else (changed,)
        result = self.forward(*args, **kwargs)
        for hook, with_kwargs in [*_after_all, *getattr(self, "_hooks_after", [])]:
            if with_kwargs:
                changed = hook(self, args, kwargs, result)
            else:
                changed = hook(self, args, result)
            if changed is not None:
                result = changed
        return result

    def register_buffer(self, name, tensor, persistent=True):
        _check_name("buffer", name)
        setattr(self, name, __registered__(tensor, persistent))

    def register_parameter(self, name, param):
        _check_name("parameter", name)
        setattr(self, name, param)

    def add_module(self, name, module):
        setattr(self, name, module)

    def register_module(self, name, module):
        self.add_module(name, module)

    def get_submodule(self, target):
        found = self
        for name in target.split("."):
            found = getattr(found, name)
        return found

    def __pairs(self):
        return __attributes__(self)

    def __layers(self):
        return __inner__(self, self.__pairs())

    def named_children(self):
        return iter(__once__(self.__layers()))

    def children(self):
        return iter([value for _, value in self.named_children()])

    def modules(self):
        found = __modules__(self, "", False)
        if found is not None:
            return iter(found)
        found = [self]
        for child in self.children():
            found.extend(child.modules())
        return iter(found)

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        if remove_duplicate is True:
            found = __modules__(self, prefix, True)
            if found is not None:
                return iter(found)
        found = [(prefix, self)]
        for name, child in self.__layers():
            inner = prefix + ("." if prefix else "") + name
            found.extend(child.named_modules(None, inner, remove_duplicate))
        return iter(found)

    def parameters(self, recurse=True):
        found = __held__(self, False, "", recurse, False)
        return __some__("parameters") if found is None else iter(found)

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        found = __held__(self, False, prefix, recurse, True)
        known = found is not None and remove_duplicate
        return iter(found) if known else __some__("named_parameters")

    def buffers(self, recurse=True):
        found = __held__(self, True, "", recurse, False)
        return __some__("buffers") if found is None else iter(found)

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        found = __held__(self, True, prefix, recurse, True)
        known = found is not None and remove_duplicate
        return iter(found) if known else __some__("named_buffers")

    def get_parameter(self, target):
        module, _, name = target.rpartition(".")
        return getattr(self.get_submodule(module) if module else self, name)

    def get_buffer(self, target):
        return self.get_parameter(target)

    def set_submodule(self, target, module, strict=False):
        parent, _, name = target.rpartition(".")
        setattr(self.get_submodule(parent) if parent else self, name, module)

    def state_dict(self, *args, **kwargs):
        found = None if args or kwargs else __state_dict__(self)
        return __some__("state_dict") if found is None else found

    def load_state_dict(self, state_dict, strict=True, assign=False):
        for name, held, given in __misfits__(self, state_dict):
            __require__(
                held.shape == given.shape, "weights-shape", "`{}` is {}, but is loaded from {}", name, held, given
            )
        __loaded__(self)
        return __some__("load_state_dict")

    def register_forward_hook(
        self, hook, *, prepend=False, with_kwargs=False, always_call=False
    ):
        if not hasattr(self, "_hooks_after"):
            self._hooks_after = []
        return _Handle(self._hooks_after, (hook, with_kwargs), prepend)

    def register_forward_pre_hook(
        self, hook, *, prepend=False, with_kwargs=False
    ):
        if not hasattr(self, "_hooks_before"):
            self._hooks_before = []
        return _Handle(self._hooks_before, (hook, with_kwargs), prepend)

    def register_load_state_dict_pre_hook(self, hook):
        self._hooks_of_loading = True
        return __some__("hook", hook)

    def _register_load_state_dict_pre_hook(self, hook, with_module=False):
        return self.register_load_state_dict_pre_hook(hook)

    def register_full_backward_hook(self, hook, prepend=False):
        return __some__("hook", hook)

    def _get_name(self):
        return self.__class__.__name__

    def extra_repr(self):
        return ""

    def apply(self, fn):
        if not __applied__(self, fn):
            for child in self.children():
                child.apply(fn)
            fn(self)
        return self

    def to(self, *args, **kwargs):
        if "memory_format" in kwargs:
            __reordered__()
        return self

    def to_empty(self, *args, **kwargs):
        return self

    def cuda(self, device=None):
        return self

    def cpu(self):
        return self

    def float(self):
        return self

    def double(self):
        return self

    def half(self):
        return self

    def bfloat16(self):
        return self

    def type(self, dst_type):
        return self

    def xpu(self, device=None):
        return self

    def train(self, mode=True):
        self.training = mode
        for child in __known__(self.__pairs()):
            child.train(mode)
        return self

    def eval(self):
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        return self

    def zero_grad(self, set_to_none=True):
        pass

    def compile(self, *args, **kwargs):
        pass

    def share_memory(self):
        return self

    @property
    def _modules(self):
        return _Children(self)

    @_modules.setter
    def _modules(self, modules):
        self._hold(modules)

    def _hold(self, modules):
        for name, _ in self.__layers():
            delattr(self, name)
        for name, module in modules.items():
            self.add_module(name, module)

    @property
    def _parameters(self):
        return _Tensors(self)

    @_parameters.setter
    def _parameters(self, parameters):
        __lost__(self)

    @property
    def _buffers(self):
        return _Tensors(self)

    @_buffers.setter
    def _buffers(self, buffers):
        __lost__(self)

    @property
    def _forward_hooks(self):
        return _Hooks(self, "_hooks_after")

    @_forward_hooks.setter
    def _forward_hooks(self, hooks):
        self._hooks_after = [(hook, False) for hook in hooks.values()]

    @property
    def _forward_pre_hooks(self):
        return _Hooks(self, "_hooks_before")

    @_forward_pre_hooks.setter
    def _forward_pre_hooks(self, hooks):
        self._hooks_before = [(hook, False) for hook in hooks.values()]


class DataParallel(Module):
    def __init__(self, module, *args, **kwargs):
        super().__init__()
        self.module = module

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)


class _Loss(Module):
    def __init__(self, size_average=None, reduce=None, reduction="mean"):
        super().__init__()
        if size_average is not None or reduce is not None:
            averaged = size_average is None or size_average
            reduction = "none" if reduce is False else "mean" if averaged else "sum"
        self.reduction = reduction


class _WeightedLoss(_Loss):
    def __init__(self, weight=None, size_average=None, reduce=None, reduction="mean"):
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)


class Sequential(Module):
    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], dict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for i, module in enumerate(args):
                self.add_module(str(i), module)

    def forward(self, input):
        for _, module in self.__layers():
            input = module(input)
        return input

    def __len__(self):
        return len(self.__layers())

    def __iter__(self):
        return iter([module for _, module in self.__layers()])

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Sequential(*[module for _, module in self.__layers()[index]])
        return self.__layers()[index][1]

    def __setitem__(self, index, module):
        setattr(self, self.__layers()[index][0], module)

    def append(self, module):
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        for module in modules:
            self.append(module)
        return self

    def pop(self, key):
        module = self[key]
        del self[key]
        return module

    def __delitem__(self, index):
        kept = list(self)
        del kept[index]
        for name, _ in self.__layers():
            delattr(self, name)
        for i, module in enumerate(kept):
            setattr(self, str(i), module)

    def __add__(self, other):
        return Sequential(*self, *other)

    def insert(self, index, module):
        kept = list(self)
        kept.insert(index, module)
        for i, item in enumerate(kept):
            setattr(self, str(i), item)
        return self


class ModuleList(Module):
    def __init__(self, modules=None):
        super().__init__()
        self.__items = [] if modules is None else list(modules)

    def __len__(self):
        return len(self.__items)

    def __iter__(self):
        return iter(self.__items)

    def __contains__(self, module):
        return module in self.__items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self.__class__(self.__items[index])
        return self.__items[index]

    def __setitem__(self, index, module):
        self.__items[index] = module

    def append(self, module):
        self.__items.append(module)
        return self

    def extend(self, modules):
        self.__items.extend(modules)
        return self

    def insert(self, index, module):
        self.__items.insert(index, module)

    def __add__(self, other):
        return ModuleList([*self, *other])

    def __iadd__(self, other):
        return self.extend(other)

    def pop(self, key):
        module = self[key]
        del self[key]
        return module

    def __delitem__(self, index):
        del self.__items[index]

    def __pairs(self):
        items = [(str(i), value) for i, value in enumerate(self.__items) if value is not None]
        return [*super().__pairs(), *items]

    def add_module(self, name, module):
        if name == str(len(self.__items)):
            self.__items.append(module)
        elif name.isdecimal() and int(name) < len(self.__items):
            self.__items[int(name)] = module
        else:
            setattr(self, name, module)

    def _hold(self, modules):
        self.__items = list(modules.values())


class _Mapping(Module):
    def __getitem__(self, key):
        return self.__items[key]

    def __delitem__(self, key):
        del self.__items[key]

    def __len__(self):
        return len(self.__items)

    def __iter__(self):
        return iter(self.__items)

    def __contains__(self, key):
        return key in self.__items

    def keys(self):
        return self.__items.keys()

    def values(self):
        return self.__items.values()

    def items(self):
        return self.__items.items()

    def pop(self, key):
        return self.__items.pop(key)

    def clear(self):
        self.__items.clear()

    def get(self, key, default=None):
        return self.__items.get(key, default)

    def __pairs(self):
        items = [(name, value) for name, value in self.__items.items() if value is not None]
        return [*super().__pairs(), *items]


class ModuleDict(_Mapping):
    def __init__(self, modules=None):
        super().__init__()
        self.__items = {} if modules is None else dict(modules)

    def __setitem__(self, key, module):
        self.__items[key] = module

    def update(self, modules):
        self.__items.update(modules)

    def add_module(self, name, module):
        self.__items[name] = module

    def _hold(self, modules):
        self.__items = dict(modules)


class ParameterList(Module):
    def __init__(self, values=None):
        super().__init__()
        self.__items = []
        if values is not None:
            self.extend(values)

    def __len__(self):
        return len(self.__items)

    def __iter__(self):
        return iter(self.__items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self.__class__(self.__items[index])
        return self.__items[index]

    def __setitem__(self, index, value):
        self.__items[index] = __parameter__(value)

    def append(self, value):
        self.__items.append(__parameter__(value))
        return self

    def extend(self, values):
        self.__items.extend([__parameter__(value) for value in values])
        return self

    def __iadd__(self, other):
        return self.extend(other)

    def __pairs(self):
        items = [(str(i), value) for i, value in enumerate(self.__items)]
        return [*super().__pairs(), *items]


class ParameterDict(_Mapping):
    def __init__(self, parameters=None):
        super().__init__()
        self.__items = {}
        if parameters is not None:
            self.update(parameters)

    def __setitem__(self, key, value):
        self.__items[key] = __parameter__(value)

    def update(self, parameters):
        for key, value in dict(parameters).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self.__items:
            self[key] = default
        return self.__items[key]

    def copy(self):
        return self.__class__(self.__items)


class TransformerEncoder(Module):
    def __init__(
        self, encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True
    ):
        super().__init__()
        self.layers = ModuleList([copy.deepcopy(encoder_layer) for _ in range(num_layers)])
        self.num_layers = num_layers
        self.norm = norm

    def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
        for layer in self.layers:
            src = layer(
                src,
                src_mask=mask,
                is_causal=bool(is_causal),
                src_key_padding_mask=src_key_padding_mask,
            )
        return src if self.norm is None else self.norm(src)


class TransformerDecoder(Module):
    def __init__(self, decoder_layer, num_layers, norm=None):
        super().__init__()
        self.layers = ModuleList([copy.deepcopy(decoder_layer) for _ in range(num_layers)])
        self.num_layers = num_layers
        self.norm = norm

    def forward(
        self,
        tgt,
        memory,
        tgt_mask=None,
        memory_mask=None,
        tgt_key_padding_mask=None,
        memory_key_padding_mask=None,
        tgt_is_causal=None,
        memory_is_causal=False,
    ):
        for layer in self.layers:
            tgt = layer(
                tgt,
                memory,
                tgt_mask=tgt_mask,
                memory_mask=memory_mask,
                tgt_key_padding_mask=tgt_key_padding_mask,
                memory_key_padding_mask=memory_key_padding_mask,
                tgt_is_causal=bool(tgt_is_causal),
                memory_is_causal=memory_is_causal,
            )
        return tgt if self.norm is None else self.norm(tgt)


class Transformer(Module):
    def __init__(
        self,
        d_model=512,
        nhead=8,
        num_encoder_layers=6,
        num_decoder_layers=6,
        dim_feedforward=2048,
        dropout=0.1,
        activation="relu",
        custom_encoder=None,
        custom_decoder=None,
        layer_norm_eps=1e-5,
        batch_first=False,
        norm_first=False,
        bias=True,
        device=None,
        dtype=None,
    ):
        super().__init__()
        sizes = (d_model, nhead, dim_feedforward)
        order = {"batch_first": batch_first, "norm_first": norm_first}
        self.encoder = custom_encoder
        if custom_encoder is None:
            layer = torch.nn.TransformerEncoderLayer(*sizes, **order)
            norm = torch.nn.LayerNorm(d_model)
            self.encoder = TransformerEncoder(layer, num_encoder_layers, norm)
        self.decoder = custom_decoder
        if custom_decoder is None:
            layer = torch.nn.TransformerDecoderLayer(*sizes, **order)
            norm = torch.nn.LayerNorm(d_model)
            self.decoder = TransformerDecoder(layer, num_decoder_layers, norm)
        self.d_model = d_model
        self.nhead = nhead
        self.batch_first = batch_first

    def forward(
        self,
        src,
        tgt,
        src_mask=None,
        tgt_mask=None,
        memory_mask=None,
        src_key_padding_mask=None,
        tgt_key_padding_mask=None,
        memory_key_padding_mask=None,
        src_is_causal=None,
        tgt_is_causal=None,
        memory_is_causal=False,
    ):
        memory = self.encoder(
            src, mask=src_mask, src_key_padding_mask=src_key_padding_mask, is_causal=src_is_causal
        )
        return self.decoder(
            tgt,
            memory,
            tgt_mask=tgt_mask,
            memory_mask=memory_mask,
            tgt_key_padding_mask=tgt_key_padding_mask,
            memory_key_padding_mask=memory_key_padding_mask,
            tgt_is_causal=tgt_is_causal,
            memory_is_causal=memory_is_causal,
        )

    @staticmethod
    def generate_square_subsequent_mask(sz, device=None, dtype=None):
        return torch.full((sz, sz), float("-inf"))
