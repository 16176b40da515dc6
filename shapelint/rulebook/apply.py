"""Applying a rule to a call: bind arguments, check requirements, build the result."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from shapelint.names import SILENT
from shapelint.rulebook.builtins import NeedsAxes, Rejected, Undetermined, is_size, sizes
from shapelint.rulebook.dtype import Promotion, operands, promoted, refused, result_dtype
from shapelint.rulebook.expression import Env, evaluate
from shapelint.rulebook.layout import kept, packed, settled, strides_of
from shapelint.rulebook.load import Line, Param, RuleClass, RuleFunction, Signature
from shapelint.rulebook.match import Matching, RankMismatch, build
from shapelint.rulebook.pattern import (
    ConditionalSpec,
    ListSpec,
    PlainSpec,
    Spec,
    TensorSpec,
    TupleSpec,
    UnionSpec,
    is_size_list,
)
from shapelint.rulebook.values import ROW_MAJOR, UNKNOWN, Several, SizeTuple, Tensor, Typed
from shapelint.symbolic import (
    Dim,
    Facts,
    Formula,
    Open,
    Proved,
    Shape,
    age,
    ask,
    conj,
    eq,
    new_shape_var,
    new_symbol,
    unknown_shape,
)

Status = Literal["proved", "open", "unknown"]
NUMPY_NAMES = {
    "dim": ("axis",),
    "keepdim": ("keepdims",),
    "input": ("x", "a", "A"),
    "other": ("x2",),
}
"""Keywords of NumPy's that torch takes too (torch/csrc/utils/python_arg_parser.cpp)."""
COUNTS = {"Single": 1, "Pair": 2, "Triple": 3}


@dataclass(frozen=True, slots=True)
class Failure:
    """A call that no input of the path can make succeed."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What a call gives: its result (or constructor environment), grown facts, failures."""

    result: Any
    facts: Facts
    failures: tuple[Failure, ...] = ()
    status: Status = "proved"
    why: str = ""
    late: tuple[Any, ...] = ()
    """What a call has fixed of the sizes that the rule declares `Late`, in their order."""
    remarks: tuple[Failure, ...] = ()
    """What is surely not meant, though the call succeeds."""


class DoesNotFit(Exception):
    """The arguments are not of this form at all. `certain` if no unknown had a part in that."""

    def __init__(self, message: str, certain: bool = True, finding: str | None = None) -> None:
        super().__init__(message)
        self.certain, self.finding = certain, finding


class WrongRank(DoesNotFit):
    """A tensor of another rank, or a tuple for a size: the call fails if every form says so."""


class BetterTaken(DoesNotFit):
    """A tensor where a list is named, or a number where a tensor is: it may be taken for its slices, or for a
    tensor without axes, unless another form names what it is."""


class BeyondRule(DoesNotFit):
    """Arguments that the rule does not name: the rule cannot judge the call."""


def call_function(
    rule: RuleFunction, args: list[Any], kwargs: dict[str, Any], facts: Facts, called: str = ""
) -> Applied:
    """Apply a function rule, under the name that it was called by. Never raises."""
    return _apply(
        rule.signatures, called or rule.names[0], rule.finds, {}, args, kwargs, facts, True
    )


def construct(rule: RuleClass, args: list[Any], kwargs: dict[str, Any], facts: Facts) -> Applied:
    """Run a layer's constructor: the result is the environment for its methods."""
    return _apply(rule.init, rule.name, "bad-argument", {}, args, kwargs, facts, False)


def call_method(
    rule: RuleClass, method: str, env: Env, args: list[Any], kwargs: dict[str, Any], facts: Facts
) -> Applied:
    """Call a method of a constructed layer."""
    signatures = rule.methods.get(method)
    if not signatures:
        return Applied(UNKNOWN, facts, (), "unknown", f"{rule.name} has no rule for {method}")
    name = _described(rule, env)
    return _apply(signatures, name, rule.finds, env, args, kwargs, facts, True, rule.late)


def attribute(rule: RuleClass, env: Env, name: str, facts: Facts) -> Any:
    """A declared attribute of a constructed layer, be its shape not known, or its constructor argument,
    else UNKNOWN."""
    declared = rule.attributes.get(name)
    if declared is None:
        return env.get(name, UNKNOWN)
    spec: Spec | None = None
    try:
        spec = _chosen(declared, env, facts)
        return _result(spec, dict(env), facts, Promotion())
    except (Undetermined, Rejected):
        return Tensor(unknown_shape("s")) if isinstance(spec, TensorSpec) else UNKNOWN


def _described(rule: RuleClass, env: Env) -> str:
    shown = [p.name for p in rule.init[-1].params if p.default is None] if rule.init else []
    parts = [f"{n}={_text(env[n])}" for n in shown[:4] if n in env and env[n] is not UNKNOWN]
    return f"{rule.name}({', '.join(parts)})"


def _text(value: Any) -> str:
    if isinstance(value, Tensor):
        return str(value.shape)
    if isinstance(value, tuple) and any(isinstance(v, Tensor) for v in value):
        return f"[{', '.join(map(_text, value))}]"
    return str(value)


def _apply(
    signatures: tuple[Signature, ...],
    name: str,
    finds: str,
    env: Env,
    args: list[Any],
    kwargs: dict[str, Any],
    facts: Facts,
    call: bool,
    late: tuple[str, ...] = (),
) -> Applied:
    fitting: list[Applied] = []
    failing: list[Failure] = []
    misfits: list[DoesNotFit] = []
    for signature in signatures:
        matching = Matching(dict(env), facts)
        try:
            bound = _bind(signature, args, kwargs, matching)
        except DoesNotFit as misfit:
            misfits.append(misfit)
            continue
        try:
            _match(signature, bound, matching)
            _body(signature, matching)
            result: Any = matching.env
            if call:
                result = _returned(signature, matching, bound)
        except DoesNotFit as misfit:
            misfits.append(misfit)
            continue
        except Rejected as rejected:
            short = name.rpartition(".")[2] if "(" not in name else name
            shapes = ", ".join(_text(a) for a in [*args, *kwargs.values()] if _mentions_tensor(a))
            got = f" got {shapes}" if shapes else ""
            failing.append(
                Failure(
                    rejected.finding or finds or "bad-argument", f"{short}{got}: {rejected.message}"
                )
            )
            continue
        status: Status = "unknown" if matching.unknown else ("open" if matching.open else "proved")
        fixed = tuple(matching.env.get(name, UNKNOWN) for name in late)
        remarks = tuple(Failure(n, f"{name}: {message}") for n, message in matching.remarks)
        fitting.append(Applied(result, matching.facts, (), status, late=fixed, remarks=remarks))
    taken = bool(fitting or failing)
    if any(not m.certain and not (taken and isinstance(m, BetterTaken)) for m in misfits):
        return Applied(
            _shared(fitting, facts) if call else dict(env),
            facts,
            (),
            "unknown",
            "argument not known",
        )
    if len(fitting) == 1 and (not failing or len(signatures) > 1):
        return fitting[0]
    if fitting:
        known = all(f.status != "unknown" for f in fitting)
        after = _limited(facts, [f.facts for f in fitting], [*args, *kwargs.values()])
        return Applied(_shared(fitting, facts), after, (), "open" if known else "unknown")
    if failing:
        sizes_first = sorted(failing, key=lambda f: f.name == "tensor-dtype")
        return Applied(UNKNOWN, facts, (sizes_first[0],), "proved")
    reasons = [m for m in misfits if isinstance(m, WrongRank)]
    if reasons and finds and not any(isinstance(m, BeyondRule) for m in misfits):
        short = name.rpartition(".")[2] if "(" not in name else name
        shapes = ", ".join(_text(a) for a in [*args, *kwargs.values()] if _mentions_tensor(a))
        text = reasons[-1].args[0]
        finding = reasons[-1].finding or finds
        return Applied(
            UNKNOWN,
            facts,
            (Failure(finding, f"{short} got {shapes}: {text}" if shapes else f"{short}: {text}"),),
        )
    return Applied(UNKNOWN, facts, (), "unknown", "arguments of a form the rule does not know")


def _limited(facts: Facts, forms: list[Facts], args: list[Any]) -> Facts:
    """The ranks of the arguments are those that some form takes."""
    for arg in args:
        shape = facts.shape(arg.shape) if isinstance(arg, Tensor) else Shape()
        if shape.var is None:
            continue
        lows, highs = zip(*(form.rank_bounds(shape) for form in forms), strict=True)
        if None not in highs:
            low, high = (max(0, b - shape.min_rank) for b in (min(lows), max(highs)))
            facts = facts.limit_rank(shape.var, low, high)
    return facts


def _mentions_tensor(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(map(_mentions_tensor, value))
    return isinstance(value, Tensor)


def _shared(fitting: list[Applied], facts: Facts) -> Any:
    """What the results of several feasible forms have in common: their trailing sizes."""
    if not fitting:
        return UNKNOWN
    if len(fitting) == 1:
        return _loosened(fitting[0].result)
    results = [f.result for f in fitting]
    if all(isinstance(r, Tensor) for r in results):
        tails = [
            (s.suffix if s.var is not None else s.prefix)
            for s in (f.facts.shape(f.result.shape) for f in fitting)
        ]
        tail: list[Any] = []
        for i in range(1, min(map(len, tails)) + 1):
            if any(t[-i] != tails[0][-i] for t in tails):
                break
            tail.insert(0, tails[0][-i])
        return Tensor(Shape((), new_shape_var("s"), tuple(tail)), results[0].dtype)
    return UNKNOWN


def _loosened(result: Any) -> Any:
    return Tensor(unknown_shape("s"), result.dtype) if isinstance(result, Tensor) else UNKNOWN


def _bind(
    signature: Signature, args: list[Any], kwargs: dict[str, Any], matching: Matching
) -> list[tuple[Param, Any]]:
    """Arguments to parameters. Raises DoesNotFit."""
    left = list(args)
    named = dict(kwargs)
    bound: list[tuple[Param, Any]] = []
    for place, param in enumerate(signature.params):
        if param.variadic:
            value: Any = tuple(left)
            left = []
        elif param.keywords:
            value = {k: _coerced(param.spec, v, k) for k, v in named.items()}
            named = {}
        elif left and not param.keyword_only:
            if signature.gathers(place) and not isinstance(left[0], tuple | SizeTuple):
                many = [v for v in left if is_size(v) or v is UNKNOWN]
                if len(many) == len(left) and left[0] is not UNKNOWN:
                    value, left = (UNKNOWN if UNKNOWN in left else tuple(left)), []
                else:
                    value = left.pop(0)
            else:
                value = left.pop(0)
        elif param.name in named:
            value = named.pop(param.name)
        elif any(n in named for n in NUMPY_NAMES.get(param.name, ())):
            value = named.pop(next(n for n in NUMPY_NAMES[param.name] if n in named))
        elif param.default is not None:
            try:
                value = evaluate(param.default, matching.env, matching.facts)
            except Undetermined:
                value = UNKNOWN
        elif place <= 1 and is_size_list(param.spec) and not param.keyword_only and not named:
            value = ()
        else:
            raise DoesNotFit(f"no {param.name}")
        bound.append((param, value))
    if left or named:
        raise BeyondRule("more arguments than the rule names")
    return bound


def _match(signature: Signature, bound: list[tuple[Param, Any]], matching: Matching) -> None:
    for param, value in bound:
        if param.variadic or param.keywords:
            matching.env[param.name] = value
        else:
            spec = param.spec
            plain = isinstance(spec, PlainSpec) or (
                isinstance(spec, UnionSpec) and all(isinstance(o, PlainSpec) for o in spec.options)
            )
            if plain:
                matching.env[param.name] = _coerced(spec, value, param.name)
    for param, value in bound:
        if param.keywords:
            continue
        if param.variadic:
            if any(v is UNKNOWN for v in value) and param.spec != PlainSpec("object"):
                matching.unknown = True
            if isinstance(param.spec, TensorSpec) and any(isinstance(v, tuple) for v in value):
                raise DoesNotFit(f"{param.name} are no tensors")
            continue
        spec = param.spec
        if not isinstance(spec, PlainSpec):
            _take(spec, value, param.name, matching)


def _take(spec: Spec, value: Any, name: str, matching: Matching) -> None:
    """Bind one argument to what its annotation says. Raises DoesNotFit, Rejected."""
    if isinstance(spec, ConditionalSpec):
        try:
            test = matching.facts.truth(evaluate(spec.test, matching.env, matching.facts))
        except Undetermined:
            test = None
        if not isinstance(test, bool):
            matching.unknown = True
            matching.env[name] = value
            return
        _take(spec.then if test else spec.orelse, value, name, matching)
    elif isinstance(spec, UnionSpec):
        _take_union(spec, value, name, matching)
    elif isinstance(spec, TensorSpec):
        _take_tensor(spec, value, name, matching)
    elif isinstance(spec, ListSpec):
        matching.env[name] = value
        if value is UNKNOWN:
            matching.unknown = True
            for token in getattr(spec.element, "tokens", None) or ():
                matching.env.setdefault(token.name, UNKNOWN)
            return
        if not isinstance(value, tuple):
            if isinstance(value, Tensor):
                raise BetterTaken(f"{name} is a tensor", certain=False)
            raise DoesNotFit(f"{name} is no list")
        if any(item is UNKNOWN for item in value):
            matching.unknown = True
            raise DoesNotFit(f"an item of {name} is not known", certain=False)
        element, ignored = _element(spec.element)
        for i, item in enumerate(value):
            if not _is_ignored(item, ignored, f"{name}[{i}]", matching):
                _take(element, item, f"{name}[{i}]", matching)
        matching.env[name] = value
    elif isinstance(spec, TupleSpec):
        if value is UNKNOWN:
            matching.unknown = True
            return
        if not isinstance(value, tuple) or len(value) != len(spec.items):
            raise DoesNotFit(f"{name} is no tuple of {len(spec.items)}", certain=False)
        matching.env[name] = value
        for i, (inner, item) in enumerate(zip(spec.items, value, strict=True)):
            _take(inner, item, f"{name}[{i}]", matching)
    else:
        matching.env[name] = _coerced(spec, value, name)


def _element(spec: Spec) -> tuple[Spec, TensorSpec | None]:
    """The pattern of a list's tensors, and the exact shape of those that count for nothing."""
    if isinstance(spec, UnionSpec) and len(spec.options) == 2:
        element, ignored = spec.options
        if isinstance(ignored, TensorSpec):
            return element, ignored
    return spec, None


def _is_ignored(item: Any, ignored: TensorSpec | None, label: str, matching: Matching) -> bool:
    """Raises DoesNotFit where that depends on a size that is not known."""
    if ignored is None or not isinstance(item, Tensor):
        return False
    shape, wanted = (
        matching.facts.shape(item.shape),
        build(ignored.tokens or (), {}, matching.facts),
    )
    if shape.rank != wanted.rank or shape.rank is None:
        return False
    same = conj(*(eq(x, y) for x, y in zip(shape.sizes, wanted.sizes, strict=True)))
    answer = ask(matching.facts, same)
    if isinstance(answer, Open):
        raise DoesNotFit(f"{label} may be empty", certain=False)
    return isinstance(answer, Proved)


def _take_union(spec: UnionSpec, value: Any, name: str, matching: Matching) -> None:
    if value is None and any(isinstance(o, PlainSpec) and o.name == "None" for o in spec.options):
        matching.env[name] = None
        return
    if value is UNKNOWN:
        matching.unknown = True
        matching.env[name] = UNKNOWN
        for option in spec.options:
            if isinstance(option, TensorSpec):
                matching.env[name] = UNKNOWN
        return
    misfit: DoesNotFit | None = None
    for option in spec.options:
        if isinstance(option, PlainSpec) and option.name == "None":
            continue
        try:
            _take(option, value, name, matching)
            return
        except DoesNotFit as error:
            misfit = error
    raise misfit or DoesNotFit(f"{name} is {value}")


def _take_tensor(spec: TensorSpec, value: Any, name: str, matching: Matching) -> None:
    if isinstance(value, Tensor):
        matching.env[name] = value
        wanted = refused(spec.kind, value.dtype)
        if wanted is not None and 0 not in (*value.shape.prefix, *value.shape.suffix):
            raise Rejected(f"`{name}` must be {wanted}, not {value.dtype}", "tensor-dtype")
        if spec.tokens is not None:
            try:
                matching.tensor(spec.tokens, value.shape, f"`{name}`")
            except RankMismatch:
                shape = matching.facts.shape(value.shape)
                pattern = " ".join(_shown(t) for t in spec.tokens)
                raise WrongRank(
                    f"`{name}` has the wrong rank: it must be ({pattern}), not {shape}"
                ) from None
            except Undetermined:
                matching.unknown = True
                _lose_sizes(spec, matching)
        return
    if value is UNKNOWN:
        matching.unknown = True
        matching.env.setdefault(name, UNKNOWN)
        _lose_sizes(spec, matching)
        return
    array_like = spec.kind.startswith("ND") and isinstance(value, tuple)
    if isinstance(value, Dim | Formula):
        raise BetterTaken(f"{name} is no tensor", certain=False)
    raise DoesNotFit(f"{name} is no tensor", not array_like)


def _lose_sizes(spec: TensorSpec, matching: Matching) -> None:
    """One tensor of a list did not tell its size: the list of sizes is not known."""
    for token in spec.tokens or ():
        if token.each:
            matching.env[token.name] = UNKNOWN


def _shown(token: Any) -> str:
    mark = {"star": "*", "shared": "*", "optional": "["}.get(token.kind, "")
    return f"{mark}{token.name or '...'}" + ("]" if token.kind == "optional" else "")


def _coerced(spec: Spec, value: Any, name: str) -> Any:
    """A plain argument in the form the rule expects. Raises DoesNotFit, Rejected."""
    if value is UNKNOWN:
        return UNKNOWN
    if isinstance(spec, UnionSpec):
        misfit: Exception | None = None
        for option in spec.options:
            try:
                return _coerced(option, value, name)
            except (DoesNotFit, Rejected) as error:
                misfit = error
        raise misfit or DoesNotFit(name)
    assert isinstance(spec, PlainSpec)
    kind = spec.name
    if kind == "None":
        if value is None:
            return None
        raise DoesNotFit(f"{name} is not None")
    if kind == "Dim":
        if is_size(value):
            return value
        if isinstance(value, Tensor) and _one_element(value):
            held = value.elements[0] if value.elements else UNKNOWN
            return UNKNOWN if isinstance(held, float) else held
        if isinstance(value, tuple | str | float | Tensor) or value is None:
            finding = "missing-argument" if value is None else "bad-argument"
            raise WrongRank(f"{name} must be an int, not {_text(value)}", True, finding)
        return UNKNOWN
    if kind in COUNTS:
        count = COUNTS[kind]
        if is_size(value):
            return (value,) * count
        if isinstance(value, tuple) and len(value) == count:
            return value
        if isinstance(value, tuple) and len(value) == 1:
            return value * count
        if isinstance(value, str) or value is None:
            raise DoesNotFit(f"{name} is {value!r}", certain=value is None)
        return UNKNOWN
    if kind in ("Size", "Axes"):
        if isinstance(value, SizeTuple):
            return value.shape
        if is_size(value):
            return (value,)
        if isinstance(value, tuple):
            return UNKNOWN if any(not is_size(v) for v in value) else value
        return UNKNOWN if not isinstance(value, str) else _no(name, value)
    if kind == "Literal":
        if isinstance(value, Dim | Formula):
            return UNKNOWN
        if value not in spec.values:
            raise DoesNotFit(f"{name} is {value!r}")
        return value
    if kind == "Axis":
        if isinstance(value, Tensor) and value.shape.rank in (0, None) and _may_be_integer(value):
            return UNKNOWN
        return value if is_size(value) else _no(name, value)
    if kind == "str":
        return value if isinstance(value, str) else _no(name, value)
    if kind == "Flag":
        return value if isinstance(value, bool | Formula) else _no(name, value)
    if kind == "Scalar":
        return _no(name, value) if isinstance(value, Tensor | tuple | str | None) else value
    if kind in ("float", "int"):
        return _no(name, value) if isinstance(value, Tensor | tuple | str | None) else value
    if kind == "bool":
        if isinstance(value, Tensor | tuple):
            return _no(name, value)
        if isinstance(value, int) and not isinstance(value, bool):
            return bool(value)
        return value if isinstance(value, bool | Formula) else UNKNOWN
    return value


def _may_be_integer(tensor: Tensor) -> bool:
    return tensor.dtype is None or "int" in tensor.dtype


def _one_element(value: Tensor) -> bool:
    """Whether it may be an integer tensor of one element, which counts as an int."""
    return all(
        size == 1 or isinstance(size, Dim) for size in (*value.shape.prefix, *value.shape.suffix)
    )


def _no(name: str, value: Any) -> Any:
    raise DoesNotFit(f"{name} is {_text(value)}")


def _body(signature: Signature, matching: Matching) -> None:
    for line in signature.body:
        try:
            read = partial(_evaluated, line.expression, matching)
            # what is surely not meant may well succeed
            value = read() if line.finding in SILENT else _with_axes(matching, read)
        except Undetermined:
            if line.finding in SILENT:
                continue
            matching.unknown = True
            if line.name is not None:
                matching.env[line.name] = UNKNOWN
            continue
        if line.name is not None:
            matching.env[line.name] = value
        elif line.finding in SILENT:
            if matching.facts.truth(value) is False:
                matching.remarks.append((line.finding or "", _message(line, matching)))
        elif isinstance(value, bool | Formula):
            matching.require(value, partial(_message, line, matching), line.finding)


def _evaluated(expression: ast.expr, matching: Matching) -> Any:
    return evaluate(expression, matching.env, matching.facts)


def _with_axes(matching: Matching, work: Callable[[], Any]) -> Any:
    """What `work` gives once the axes that it needs are there. Raises Rejected, Undetermined."""
    while True:
        try:
            return work()
        except NeedsAxes as needed:
            matching.have_axes(needed)


def _message(line: Line, matching: Matching) -> str:
    return line.message + _explained(line.expression, matching)


def _explained(expression: Any, matching: Matching) -> str:
    """The sizes that an assertion speaks of."""
    shown: dict[str, str] = {}
    for node in ast.walk(expression):
        if isinstance(node, ast.Name):
            value = matching.env.get(node.id)
            if (
                is_size(value)
                or (isinstance(value, tuple) and value and all(map(is_size, value)))
                or isinstance(value, Shape)
            ):
                shown[node.id] = str(value)
    text = ", ".join(f"{name}={value}" for name, value in shown.items())
    return f" ({text})" if text else ""


def _returned(signature: Signature, matching: Matching, bound: list[tuple[Param, Any]]) -> Any:
    dtype = promoted(bound)
    try:
        result = _with_axes(matching, partial(_as_said, signature, matching, dtype))
    except Undetermined:
        matching.unknown = True
        result = _unknown_result(signature.returns, matching, dtype)
    if signature.layout is None:
        return result
    return _laid_out(result, _layout(signature.layout, bound, matching), matching.facts)


def _as_said(signature: Signature, matching: Matching, dtype: Promotion) -> Any:
    return _result(signature.returns, matching.env, matching.facts, dtype)


def _layout(said: ast.expr, bound: list[tuple[Param, Any]], matching: Matching) -> Any:
    """The layout that the rule says its results have; None where that cannot be told."""
    if any(value for param, value in bound if param.name in ("memory_format", "out")):
        return None
    given = [v for param, value in bound for v in operands(param.spec, value)]
    if isinstance(said, ast.Name) and said.id == "fresh":
        return ROW_MAJOR
    tensors = [v for v in given if isinstance(v, Tensor)]
    if len(tensors) < len(given) or not tensors:
        return None
    if isinstance(said, ast.Name) and said.id == "packed":
        return packed(matching.facts, tensors)
    if isinstance(said, ast.Name) and said.id == "kept":
        return kept(matching.facts, tensors)
    strides = strides_of(matching.facts, tensors[0])
    try:
        env = matching.env if strides is None else {**matching.env, "strides": strides}
        return evaluate(said, env, matching.facts)
    except (Undetermined, Rejected):
        return None


def _laid_out(result: Any, layout: Any, facts: Facts) -> Any:
    if isinstance(result, tuple):
        return tuple(_laid_out(part, layout, facts) for part in result)
    if not isinstance(result, Tensor) or layout is None:
        return result
    return replace(result, layout=settled(facts.shape(result.shape), layout))


def _unknown_result(spec: Spec, matching: Matching, dtype: Promotion) -> Any:
    if isinstance(spec, TensorSpec):
        return Tensor(unknown_shape("s"), result_dtype(spec.kind, dtype, matching.env))
    if isinstance(spec, TupleSpec):
        parts = []
        for inner in spec.items:
            try:
                parts.append(_result(inner, matching.env, matching.facts, dtype))
            except Undetermined:
                parts.append(_unknown_result(inner, matching, dtype))
        return tuple(parts)
    if isinstance(spec, ListSpec) and isinstance(spec.element, TensorSpec):
        return _several(spec.element, matching, dtype)
    if isinstance(spec, ConditionalSpec):
        try:
            test = matching.facts.truth(evaluate(spec.test, matching.env, matching.facts))
        except Undetermined:
            return UNKNOWN
        if isinstance(test, bool):
            return _unknown_result(spec.then if test else spec.orelse, matching, dtype)
    return UNKNOWN


def _several(element: TensorSpec, matching: Matching, dtype: Promotion) -> Any:
    """Tensors of which it is not known how many they are, or what size each has where they differ."""
    since = age()
    each = next((token for token in element.tokens or () if token.each), None)
    env = matching.env if each is None else {**matching.env, each.name: (new_symbol(each.name, 0),)}
    try:
        shape = build(element.tokens or (), env, matching.facts, 0)
    except Undetermined:
        shape = unknown_shape("s")
    return Several(Tensor(shape, result_dtype(element.kind, dtype, matching.env)), since)


def _result(spec: Spec, env: Env, facts: Facts, dtype: Promotion) -> Any:
    """What a result annotation gives, where the arguments together have that dtype."""
    if isinstance(spec, TensorSpec):
        shape = (
            build(spec.tokens or (), env, facts) if spec.tokens is not None else unknown_shape("s")
        )
        return Tensor(shape, result_dtype(spec.kind, dtype, env))
    if isinstance(spec, TupleSpec):
        parts = []
        for inner in spec.items:
            try:
                parts.append(_result(inner, env, facts, dtype))
            except Undetermined:
                if not isinstance(inner, TensorSpec):
                    raise
                parts.append(Tensor(unknown_shape("s"), result_dtype(inner.kind, dtype, env)))
        return tuple(parts)
    if isinstance(spec, ListSpec):
        element = spec.element
        assert isinstance(element, TensorSpec)
        if spec.count is not None:
            count = evaluate(spec.count, env, facts)
            if not isinstance(count, int) or count > 4096:
                raise Undetermined
            return tuple(_result(element, env, facts, dtype) for _ in range(count))
        tokens = element.tokens or ()
        each = next((t for t in tokens if t.each), None)
        if each is None:
            raise Undetermined
        parts_ = sizes(env[each.name]) if env.get(each.name, UNKNOWN) is not UNKNOWN else None
        if parts_ is None:
            raise Undetermined
        kept = result_dtype(element.kind, dtype, env)
        return tuple(Tensor(build(tokens, env, facts, i), kept) for i in range(len(parts_)))
    if isinstance(spec, ConditionalSpec):
        return _result(_chosen(spec, env, facts), env, facts, dtype)
    if isinstance(spec, PlainSpec):
        if spec.expression is not None:
            return evaluate(spec.expression, env, facts)
        if spec.tokens is not None:
            return SizeTuple(build(spec.tokens, env, facts))
        return None if spec.name == "None" else Typed(spec.name)
    raise Undetermined


def _chosen(spec: Spec, env: Env, facts: Facts) -> Spec:
    """The side of `A if flag else B` that holds. Raises Undetermined, Rejected."""
    while isinstance(spec, ConditionalSpec):
        test = facts.truth(evaluate(spec.test, env, facts))
        if not isinstance(test, bool):
            raise Undetermined
        spec = spec.then if test else spec.orelse
    return spec


__all__ = [
    "Applied",
    "Failure",
    "attribute",
    "call_function",
    "call_method",
    "construct",
    "replace",
]
