"""torch._foreach_*: one operation on each tensor of a list, as the interpreter runs it. Never imported."""

import torch


def _each(operation):
    def foreach(self, *others, **options):
        return [
            operation(tensor, *[_item(other, i) for other in others], **options)
            for i, tensor in enumerate(self)
        ]

    return foreach


def _in_place(operation):
    foreach = _each(operation)

    def foreach_(self, *others, **options):
        foreach(self, *others, **options)

    return foreach_


def _item(other, i):
    return other[i] if isinstance(other, (list, tuple)) else other


maximum_ = _in_place(torch.maximum)
minimum_ = _in_place(torch.minimum)


def zero_(self):
    pass


abs = _each(torch.abs)
acos = _each(torch.acos)
add = _each(torch.add)
addcdiv = _each(torch.addcdiv)
addcmul = _each(torch.addcmul)
asin = _each(torch.asin)
atan = _each(torch.atan)
ceil = _each(torch.ceil)
clamp_max = _each(torch.clamp_max)
clamp_min = _each(torch.clamp_min)
cos = _each(torch.cos)
cosh = _each(torch.cosh)
div = _each(torch.div)
erf = _each(torch.erf)
erfc = _each(torch.erfc)
exp = _each(torch.exp)
expm1 = _each(torch.expm1)
floor = _each(torch.floor)
frac = _each(torch.frac)
lerp = _each(torch.lerp)
lgamma = _each(torch.lgamma)
log = _each(torch.log)
log10 = _each(torch.log10)
log1p = _each(torch.log1p)
log2 = _each(torch.log2)
maximum = _each(torch.maximum)
minimum = _each(torch.minimum)
mul = _each(torch.mul)
neg = _each(torch.neg)
pow = _each(torch.pow)
reciprocal = _each(torch.reciprocal)
round = _each(torch.round)
rsqrt = _each(torch.rsqrt)
sigmoid = _each(torch.sigmoid)
sign = _each(torch.sign)
sin = _each(torch.sin)
sinh = _each(torch.sinh)
sqrt = _each(torch.sqrt)
sub = _each(torch.sub)
tan = _each(torch.tan)
tanh = _each(torch.tanh)
trunc = _each(torch.trunc)
max = _each(torch.max)
norm = _each(torch.norm)
clone = _each(torch.clone)
abs_ = _in_place(torch.Tensor.abs_)
acos_ = _in_place(torch.Tensor.acos_)
add_ = _in_place(torch.Tensor.add_)
addcdiv_ = _in_place(torch.Tensor.addcdiv_)
addcmul_ = _in_place(torch.Tensor.addcmul_)
asin_ = _in_place(torch.Tensor.asin_)
atan_ = _in_place(torch.Tensor.atan_)
ceil_ = _in_place(torch.Tensor.ceil_)
clamp_max_ = _in_place(torch.Tensor.clamp_max_)
clamp_min_ = _in_place(torch.Tensor.clamp_min_)
cos_ = _in_place(torch.Tensor.cos_)
cosh_ = _in_place(torch.Tensor.cosh_)
div_ = _in_place(torch.Tensor.div_)
erf_ = _in_place(torch.Tensor.erf_)
erfc_ = _in_place(torch.Tensor.erfc_)
exp_ = _in_place(torch.Tensor.exp_)
expm1_ = _in_place(torch.Tensor.expm1_)
floor_ = _in_place(torch.Tensor.floor_)
frac_ = _in_place(torch.Tensor.frac_)
lerp_ = _in_place(torch.Tensor.lerp_)
lgamma_ = _in_place(torch.Tensor.lgamma_)
log_ = _in_place(torch.Tensor.log_)
log10_ = _in_place(torch.Tensor.log10_)
log1p_ = _in_place(torch.Tensor.log1p_)
log2_ = _in_place(torch.Tensor.log2_)
mul_ = _in_place(torch.Tensor.mul_)
neg_ = _in_place(torch.Tensor.neg_)
pow_ = _in_place(torch.Tensor.pow_)
reciprocal_ = _in_place(torch.Tensor.reciprocal_)
round_ = _in_place(torch.Tensor.round_)
rsqrt_ = _in_place(torch.Tensor.rsqrt_)
sigmoid_ = _in_place(torch.Tensor.sigmoid_)
sign_ = _in_place(torch.Tensor.sign_)
sin_ = _in_place(torch.Tensor.sin_)
sinh_ = _in_place(torch.Tensor.sinh_)
sqrt_ = _in_place(torch.Tensor.sqrt_)
sub_ = _in_place(torch.Tensor.sub_)
tan_ = _in_place(torch.Tensor.tan_)
tanh_ = _in_place(torch.Tensor.tanh_)
trunc_ = _in_place(torch.Tensor.trunc_)
copy_ = _in_place(torch.Tensor.copy_)
