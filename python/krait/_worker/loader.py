"""Finds the application: module or file, attribute, interface."""

from __future__ import annotations

import os
import sys

from .trace import application_frames, describe_import

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import CodeType, ModuleType
    from typing import Any, TypeAlias

    Application: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Any]

NAMES = ("application", "app")
FACTORIES = ("create_app", "make_app")
CO_VARARGS = 0x04
CO_COROUTINE = 0x80


class LoadError(Exception):
    """The application can't be served. `kind` is one of the protocol's, `text` is for people."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text


def load(settings: dict[str, Any]) -> tuple[Application, str]:
    """The application and its name, module:attribute. Raises LoadError."""
    folder: str = settings["chdir"]
    try:
        os.chdir(folder)
    except OSError as error:
        raise LoadError("not_found", f"cannot change to {folder}: {error.strerror}") from None
    if not sys.path or sys.path[0] != folder:
        sys.path.insert(0, folder)
    if settings["file"]:
        module = _import_file(settings["file"])
    else:
        module = _import_module(settings["module"], folder)
    attribute: str = settings["attribute"]
    sys.argv = [f"{module.__name__}:{attribute}" if attribute else module.__name__]
    if attribute:
        target = _resolve(module, attribute)
    else:
        target, attribute = _discover(module)
    name = f"{module.__name__}:{attribute}"
    if not callable(target):
        raise LoadError(
            "not_callable",
            f"{name} is {_a(target)}, not a WSGI application. {_callables(module)}",
        )
    if settings["interface"] == "auto" and is_asgi(target):
        raise LoadError(
            "interface",
            f"{name} is an ASGI application (its call is a coroutine), and this version of Krait "
            "serves WSGI only. Serve the framework's WSGI application, or, if it is one that only "
            "looks like ASGI, say --interface wsgi.",
        )
    _check_parameters(target, name)
    return target, name


def _import_module(name: str, folder: str) -> ModuleType:
    try:
        __import__(name)
        return sys.modules[name]
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if f"{name}.".startswith(f"{missing}.") and _raised_by_import(error):
            raise LoadError("not_found", _no_module(name, missing, folder)) from None
        raise _import_failed(name, error) from None
    except BaseException as error:
        raise _import_failed(name, error) from None


def _import_file(path: str) -> ModuleType:
    import _frozen_importlib as importer  # noqa: PLC0415
    import _frozen_importlib_external as files  # noqa: PLC0415

    path = os.path.abspath(path)
    folder, base = os.path.split(path)
    if not os.path.isfile(path):
        near = _near(base, _python_files(folder))
        raise LoadError("not_found", f"there is no file {path}.{near}")
    if sys.path[0] != folder:
        sys.path.insert(0, folder)
    name = base.removesuffix(".py")
    if name in sys.modules:  # its name is that of a module that Python or Krait needs
        name = f"{name}_application"
    try:
        loader = files.SourceFileLoader(name, path)
        spec = importer.ModuleSpec(name, loader, origin=path)
        spec.has_location = True
        module: ModuleType = importer.module_from_spec(spec)
        sys.modules[name] = module
        loader.exec_module(module)
        return sys.modules[name]
    except BaseException as error:
        raise _import_failed(path, error) from None


def _raised_by_import(error: BaseException) -> bool:
    """Whether no code of the application's took part in it."""
    return not application_frames(error)


def _import_failed(name: str, error: BaseException) -> LoadError:
    return LoadError("import", f"{name} failed to load:\n{describe_import(error).rstrip()}")


def _no_module(name: str, missing: str, folder: str) -> str:
    parent, _, last = missing.rpartition(".")
    where = folder
    if parent and (package := sys.modules.get(parent)) is not None:
        paths = list(getattr(package, "__path__", ()))
        if not paths:
            return f"there is no module {name}: {parent} is a module, not a package."
        where = paths[0]
    near = _near(last, [n.removesuffix(".py") for n in _python_files(where)])
    what = f"there is no module {missing}" + (f" (of {name})" if missing != name else "")
    return f"{what}: looked in {where} and in the packages of {sys.prefix}.{near}"


def _python_files(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(
        name
        for name in names
        if name.endswith(".py") or os.path.isfile(os.path.join(folder, name, "__init__.py"))
    )


def _near(name: str, known: Iterable[str]) -> str:
    import difflib  # noqa: PLC0415

    found = difflib.get_close_matches(name, list(known), 1)
    return f" Did you mean {found[0]}?" if found else ""


def _resolve(module: ModuleType, attribute: str) -> Any:
    path, bracket, _ = attribute.partition("(")
    target: Any = module
    walked = module.__name__
    for part in path.strip().split("."):
        try:
            target = getattr(target, part)
        except AttributeError:
            near = _near(part, [n for n in dir(target) if not n.startswith("_")])
            raise LoadError(
                "attribute", f"{walked} has no attribute {part}.{near} {_callables(module)}"
            ) from None
        walked += f".{part}"
    if not bracket:
        return target
    args, kwargs = _literals(attribute)
    return _make(target, f"{module.__name__}:{attribute}", args, kwargs)


def _literals(attribute: str) -> tuple[list[Any], dict[str, Any]]:
    """The arguments of a call such as `make_app('production', debug=False)`."""
    if attribute.endswith("()"):
        return [], {}
    import ast  # noqa: PLC0415

    try:
        call = ast.parse(attribute, mode="eval").body
        if not isinstance(call, ast.Call) or not all(word.arg for word in call.keywords):
            raise ValueError
        args = [ast.literal_eval(arg) for arg in call.args]
        return args, {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
    except (SyntaxError, ValueError):
        raise LoadError(
            "attribute", f"{attribute} is no name and no call of one with literal arguments"
        ) from None


def _make(factory: Any, name: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if not callable(factory):
        raise LoadError("not_callable", f"{name}: {_a(factory)} can't be called")
    try:
        return factory(*args, **kwargs)
    except BaseException as error:
        raise LoadError("import", f"{name} failed:\n{describe_import(error).rstrip()}") from None


def _discover(module: ModuleType) -> tuple[Any, str]:
    for name in NAMES:
        if callable(target := getattr(module, name, None)):
            return target, name
    for name in FACTORIES:
        factory = getattr(module, name, None)
        code = _code(factory)
        if callable(factory) and (code is None or not _required(factory, code)):
            return _make(factory, f"{module.__name__}:{name}()", [], {}), f"{name}()"
    for name in NAMES:
        if (target := getattr(module, name, None)) is not None:
            text = f"{module.__name__}:{name} is {_a(target)}, which can't be called"
            raise LoadError("not_callable", text)
    names = ", ".join((*NAMES, *(f"{name}()" for name in FACTORIES)))
    hint = ""
    for path in getattr(module, "__path__", ()):
        if os.path.isfile(os.path.join(path, "wsgi.py")):
            hint = f" Did you mean {module.__name__}.wsgi?"
    raise LoadError(
        "attribute",
        f"{module.__name__} has none of {names}.{hint} {_callables(module)}".rstrip(),
    )


def _callables(module: ModuleType) -> str:
    """The module's own candidates, for an error's text."""
    names = [
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and callable(value)
        and (getattr(value, "__module__", None) == module.__name__ or not isinstance(value, type))
    ]
    if not names:
        return f"{module.__name__} defines no callable."
    shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
    return f"Callables in {module.__name__}: {shown}. Name one as {module.__name__}:{names[0]}."


def _code(target: Any) -> CodeType | None:
    """The Python code that a call of `target` runs, as far as it can be told."""
    while hasattr(target, "func") and hasattr(target, "keywords"):  # functools.partial
        target = target.func
    function = getattr(target, "__func__", target)
    code: CodeType | None = getattr(function, "__code__", None)
    if code is None and not isinstance(target, type):
        call = getattr(type(target), "__call__", None)  # noqa: B004
        code = getattr(getattr(call, "__func__", call), "__code__", None)
    return code


def is_asgi(target: Any) -> bool:
    """Whether `target` is called with (scope, receive, send)."""
    code = _code(target)
    if code is None:
        return False
    names = code.co_varnames[: code.co_argcount]
    return bool(code.co_flags & CO_COROUTINE) or names[-3:] == ("scope", "receive", "send")


def _required(target: Any, code: CodeType) -> int:
    """Positional arguments that a call of a plain function needs."""
    return code.co_argcount - len(getattr(target, "__defaults__", None) or ())


def _check_parameters(target: Any, name: str) -> None:
    """A plain function that can't take (environ, start_response) is no application."""
    code = getattr(target, "__code__", None)
    if code is None or code.co_flags & CO_VARARGS:
        return
    if code.co_argcount >= 2 >= _required(target, code):
        return
    hint = f" If it makes the application, say {name}()." if not _required(target, code) else ""
    raise LoadError(
        "not_callable",
        f"{name} takes {code.co_argcount} positional arguments, and a WSGI application takes two: "
        f"environ and start_response.{hint}",
    )


def _a(value: Any) -> str:
    kind = type(value).__name__
    return f"{'an' if kind[0] in 'aeiouAEIOU' else 'a'} {kind}"
