package krait.compiler.types;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of `typing` and its neighbours that the checker knows itself.
final class TypingForms {
    private static final Set<String> FORMS =
            Set.of(
                    "Any",
                    "Callable",
                    "ClassVar",
                    "Final",
                    "Generic",
                    "Literal",
                    "NamedTuple",
                    "Never",
                    "NewType",
                    "NoReturn",
                    "Optional",
                    "ParamSpec",
                    "Protocol",
                    "Self",
                    "TYPE_CHECKING",
                    "TypeAlias",
                    "TypeVar",
                    "Union",
                    "assert_never",
                    "cast",
                    "final",
                    "overload",
                    "override",
                    "runtime_checkable");

    private static final Map<String, String> OLD_NAMES =
            Map.of(
                    "Dict",
                    "dict",
                    "FrozenSet",
                    "frozenset",
                    "List",
                    "list",
                    "Set",
                    "set",
                    "Tuple",
                    "tuple",
                    "Type",
                    "type");

    /// Classes of the stub `builtins` that programs import from `typing` or `collections.abc`.
    private static final Set<String> CLASSES =
            Set.of(
                    "Iterable",
                    "Iterator",
                    "Generator",
                    "Reversible",
                    "Sized",
                    "Container",
                    "Collection",
                    "Sequence",
                    "Hashable",
                    "Mapping",
                    "SupportsLessThan",
                    "SupportsAbs",
                    "ContextManager",
                    "TextIO",
                    "BinaryIO");

    private static final Map<String, Set<String>> MODULES =
            Map.of(
                    "typing", FORMS,
                    "collections.abc", Set.of("Callable"),
                    "dataclasses",
                            Set.of(
                                    "KW_ONLY",
                                    "dataclass",
                                    "field",
                                    "replace",
                                    "fields",
                                    "is_dataclass"),
                    "abc", Set.of("ABC", "abstractmethod"),
                    "__future__", Set.of("annotations"));

    private TypingForms() {}

    /// Whether a module consists of such names alone, so that it needs no stub.
    static boolean module(String name) {
        return MODULES.containsKey(name);
    }

    /// A name of a module of typing forms.
    static Optional<Binding> find(String module, String name, ModuleScope builtins) {
        if (MODULES.getOrDefault(module, Set.of()).contains(name)) {
            return Optional.of(new Binding.SpecialBinding(name));
        }
        boolean typing = module.equals("typing");
        if (typing && OLD_NAMES.containsKey(name)) {
            return builtins.find(OLD_NAMES.get(name));
        }
        if ((typing || module.equals("collections.abc")) && CLASSES.contains(name)) {
            return builtins.find(name);
        }
        return Optional.empty();
    }

    /// A form by its name: stubs need no imports.
    static Optional<Binding> form(String name) {
        return FORMS.contains(name)
                ? Optional.of(new Binding.SpecialBinding(name))
                : Optional.empty();
    }

    /// Whether a name of the stub `builtins` has to be imported by programs.
    static boolean hidden(String name) {
        return CLASSES.contains(name) || name.startsWith("_");
    }
}
