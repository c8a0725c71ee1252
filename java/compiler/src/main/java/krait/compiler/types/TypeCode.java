package krait.compiler.types;

import krait.compiler.diagnostics.DiagnosticCode;

/// Codes of what the checker refuses, with what `krait check --explain` says.
public enum TypeCode implements DiagnosticCode {
    UNDEFINED(
            "KR201",
            "a name that is not defined",
            "No scope around this place assigns the name, and it is no builtin.",
            "define or import it, or correct its spelling"),
    UNASSIGNED(
            "KR202",
            "used before it is defined",
            "At this place the name has no value yet: CPython would raise "
                    + "NameError or UnboundLocalError.",
            "move the definition above the first use"),
    REDEFINED(
            "KR203",
            "one name for two things",
            "A name stands for one function, one class or one variable in "
                    + "its scope, so that calls can be bound when compiling.",
            "give the second one a name of its own"),
    MODULE_UNKNOWN(
            "KR204",
            "a module that is neither in the program nor in the library",
            "Only modules of the program and those listed in docs/reference/language.md "
                    + "can be imported.",
            "a module of the library, or one of your own; krait serve runs the others"),
    IMPORT_NAME(
            "KR205",
            "the module has no such name",
            "The library's part that Krait knows doesn't have the name.",
            "see docs/reference/language.md for what the module has"),
    NOT_A_VALUE(
            "KR206",
            "this is not a value",
            "Modules, typing forms and type variables can stand only where "
                    + "their kind is expected.",
            "name a function, a class or a variable of it"),
    IMPORT_CYCLE(
            "KR208",
            "modules that import each other",
            "Which names such a module finds depends on which of them is imported first.",
            "move what both need into a third module"),
    PARAMETER_UNANNOTATED(
            "KR301",
            "a parameter without a type",
            "Types are inferred inside functions; at their borders they are written.",
            "def area(width: float, height: float) -> float:"),
    RESULT_UNANNOTATED(
            "KR302",
            "a result without a type",
            "A function that returns a value says of which type.",
            "def area(width: float) -> float:"),
    NOT_A_TYPE(
            "KR303",
            "not a type",
            "An annotation names a class, a typing form or a type variable.",
            "total: int = 0"),
    ANY(
            "KR304",
            "Any is not accepted",
            "A value of unknown type can't be compiled to code that behaves exactly as CPython.",
            "object with isinstance, a union, a Protocol or a type variable"),
    TYPE_ARGUMENTS(
            "KR305",
            "wrong type arguments",
            "A generic class is written with the arguments that it declares.",
            "list[int] in place of list"),
    CANNOT_INFER(
            "KR306",
            "the type can't be inferred",
            "Nothing near shows what the empty container holds.",
            "names: list[str] = []"),
    MISMATCH(
            "KR310",
            "the types don't fit",
            "The value's type is not the declared one nor a subtype of it.",
            "convert the value, or declare a wider type"),
    BOOL_AS_INT(
            "KR311",
            "a bool where an int is declared",
            "True and 1 are printed differently, so the value would change on the way.",
            "int(flag)"),
    INT_AS_FLOAT(
            "KR312",
            "an int where a float is declared",
            "1 and 1.0 are printed differently, so the value would change on the way.",
            "float(n), or 1.0 in place of 1"),
    MAY_BE_NONE(
            "KR313",
            "the value may be None",
            "What is done here would fail if the value were None.",
            "if x is not None: ..."),
    NO_ATTRIBUTE(
            "KR314",
            "no such attribute",
            "The class declares no field, method or property of that name.",
            "correct the spelling, or set the field in __init__"),
    OPERANDS(
            "KR315",
            "the operator doesn't take these types",
            "CPython would raise TypeError here.",
            "convert one of the operands"),
    NOT_CALLABLE(
            "KR316",
            "not callable",
            "Only functions, classes and objects with __call__ can be called.",
            "leave the parentheses away"),
    ARGUMENTS(
            "KR317",
            "the arguments don't fit the parameters",
            "One is missing, or there is one too many, or a keyword is unknown.",
            "area(width=2.0, height=3.0)"),
    NO_OVERLOAD(
            "KR318",
            "no form of the function takes these arguments",
            "The function exists in several forms, and none fits.",
            "see docs/reference/language.md for its forms"),
    NOT_ITERABLE(
            "KR319",
            "not iterable",
            "Only what has __iter__ can be looped over or unpacked.",
            "for item in items:"),
    UNPACK(
            "KR321",
            "a wrong number of values to unpack",
            "The tuple has another number of elements.",
            "a, b = pair"),
    POWER(
            "KR324",
            "the power may be a float",
            "int ** int is a float when the exponent is negative, so its type "
                    + "depends on the value.",
            "n ** 2, or float(n) ** k, or pow(n, k, m)"),
    MISSING_RETURN(
            "KR325",
            "may end without a value",
            "Not every way through the function ends with return or raise.",
            "return a value on every path"),
    INDEX("KR326", "outside of the tuple", "The tuple has fewer elements.", "pair[0]"),
    FIELD_UNSET(
            "KR401",
            "a field that may have no value, named almost like another",
            "Reading it may raise AttributeError, and CPython's message would suggest the other "
                    + "name where the object has it.",
            "set the field in __init__, or give it another name"),
    BASES(
            "KR402",
            "unsupported bases",
            "A class has one base class, and protocols beside it.",
            "hold the second object in a field"),
    OVERRIDE(
            "KR403",
            "the override doesn't fit",
            "A method that overrides another takes what that one takes and "
                    + "returns what it returns.",
            "repeat the parameters of the overridden method"),
    ABSTRACT(
            "KR404",
            "the class is abstract",
            "CPython would raise TypeError: abstract methods have no body yet.",
            "make an object of a class that defines them"),
    FIXED(
            "KR405",
            "assigned only once",
            "Final names and fields of frozen dataclasses keep their first value.",
            "dataclasses.replace, or a new object"),
    DATACLASS(
            "KR406",
            "the dataclass is not well formed",
            "CPython would refuse it when the class statement runs.",
            "fields with a default come last; field(default_factory=list)"),
    CLASS_PLACE(
            "KR407",
            "a class inside a function",
            "Classes are defined once, at the level of the module.",
            "move the class to the module"),
    DECORATOR(
            "KR408",
            "unknown decorator",
            "Only decorators that the compiler knows are accepted.",
            "call the function inside another one"),
    FIELD_PLACE(
            "KR409",
            "an undeclared field",
            "The fields of a class are those that its body declares and those that its methods "
                    + "set with NAME = VALUE.",
            "declare it in the body of the class: count: int"),
    UNSUPPORTED(
            "KR501",
            "not supported",
            "This construct has no compiled form yet.",
            "see docs/reference/language.md"),
    WARNED(
            "KR503",
            "CPython warns of this",
            "CPython prints a SyntaxWarning whenever it compiles the file, and what it warns of is "
                    + "rarely meant.",
            "write what is meant"),
    GENERATOR_KEPT(
            "KR502",
            "a generator that cleans up, kept",
            "CPython closes a generator when its last reference goes, and runs its finally then. "
                    + "Where that is can't be seen of a generator that is given on.",
            "for item in items(): ..."),
    HANDLER(
            "KR601",
            "not the handler of a request",
            "Parameters of a handler come from the path and the query, and its result must be "
                    + "something that can be sent: see docs/guide/compiled.md.",
            "@app.get(\"/hello/{name}\")"),
    SHARED(
            "KR602",
            "shared by handlers that run at the same time",
            "Handlers of a compiled application run on all cores at once. What their functions "
                    + "share must not change, else two requests could change it together.",
            "PRICES: tuple[int, ...] = (3, 5, 8)");

    private final String code;
    private final String title;
    private final String explanation;
    private final String example;

    TypeCode(String code, String title, String explanation, String example) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.example = example;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public String example() {
        return example;
    }
}
