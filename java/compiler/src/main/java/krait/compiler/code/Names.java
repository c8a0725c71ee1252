package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// How the forms of a compiled function are named. `$$` stands in no name that a program gives.
public final class Names {
    /// Ends the entry for callers whose ints are objects.
    public static final String BOXED = "$$boxed";

    /// Ends the code whose ints are objects, and the class where it stands.
    public static final String TWIN = "$$twin";

    /// Ends the method that packs what fast code had and goes on in the twin.
    public static final String WIDE = "$$wide";

    /// Stands behind the name of a method that was split, before the number of a part.
    public static final String PART = "$$part$";

    /// The code of a generator between two yields whose ints are objects.
    public static final String WIDE_STEP = "wideStep";

    private Names() {}

    /// A member of a class on the JVM: a private name belongs to its class alone.
    public static String ofMember(String name, String owner) {
        return name.startsWith("__") && !name.endsWith("__") ? owner + "$" + name : name;
    }

    /// The name of a member as Python's messages show it.
    public static String shown(String member) {
        int end = member.indexOf("$__");
        return end < 0
                ? member
                : "_"
                        + member.substring(0, end).replaceFirst("^_+", "")
                        + member.substring(end + 1);
    }

    /// The class with the twins of a class's methods: it is loaded when the first one is needed.
    public static ClassDesc twins(ClassDesc owner) {
        return ClassDesc.ofDescriptor(owner.descriptorString().replace(";", TWIN + ";"));
    }

    /// The JVM's type of a method with these kinds, its receiver left out.
    public static MethodTypeDesc type(List<Kind> parameters, Optional<Kind> result, IntForm form) {
        ClassDesc returned =
                result.map(kind -> kind.type(form))
                        .orElse(java.lang.constant.ConstantDescs.CD_void);
        return MethodTypeDesc.of(
                returned, parameters.stream().map(kind -> kind.type(form)).toList());
    }

    /// Whether a method with these kinds has an entry of its own for ints that are objects.
    public static boolean hasBoxedEntry(List<Kind> parameters, Optional<Kind> result) {
        return parameters.contains(Kind.INT) || result.filter(Kind.INT::equals).isPresent();
    }
}
