package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Names;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.ModuleSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Parameter;
import krait.compiler.types.Type;

/// The JVM's methods of the functions that are compiled.
final class Functions {
    /// Names of methods that every Java object has.
    private static final Set<String> OF_OBJECT =
            Set.of(
                    "wait",
                    "notify",
                    "notifyAll",
                    "getClass",
                    "clone",
                    "finalize",
                    "equals",
                    "hashCode",
                    "toString");

    /// Ends the static method that calls a method whatever the class of the object overrides.
    private static final String OWN = "$$own";

    /// How many functions stand in one class, which has 65,535 constants at most.
    private static final int FUNCTIONS_PER_CLASS_MAX = 1000;

    private final Kinds kinds;
    private final Map<FunctionSymbol, String> names = new HashMap<>();
    private final Map<FunctionSymbol, ClassDesc> values = new HashMap<>();
    private final Map<FunctionSymbol, ClassDesc> owners = new HashMap<>();
    private final Map<ModuleSymbol, Integer> counts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Protocols protocols = new Protocols(this);

    Functions(Kinds kinds) {
        this.kinds = kinds;
    }

    Protocols protocols() {
        return protocols;
    }

    Kinds kinds() {
        return kinds;
    }

    /// Whether it is an instance method on the JVM.
    boolean isInstance(FunctionSymbol function) {
        return function.kind().takesSelf();
    }

    ClassDesc owner(FunctionSymbol function) {
        return function.owner().isPresent() && !function.nested()
                ? kinds.classOf(function.owner().orElseThrow())
                : owners.computeIfAbsent(function, this::newOwner);
    }

    private ClassDesc newOwner(FunctionSymbol function) {
        int before = counts.merge(function.module(), 1, Integer::sum) - 1;
        return ModuleNames.functionsOf(function.module(), before / FUNCTIONS_PER_CLASS_MAX);
    }

    /// The class of the function values of a function inside another one.
    ClassDesc valueClass(FunctionSymbol function) {
        return values.computeIfAbsent(
                function,
                f -> {
                    ClassDesc module = ModuleNames.classOf(f.module());
                    String full = module.packageName() + "." + module.displayName();
                    return ClassDesc.of(full + ModuleNames.VALUE + name(f));
                });
    }

    /// The name of the fast method.
    String name(FunctionSymbol function) {
        return names.computeIfAbsent(function, this::newName);
    }

    private String newName(FunctionSymbol function) {
        String own =
                function.owner()
                        .map(o -> Names.ofMember(function.name(), o.name()))
                        .orElse(function.name());
        String plain = own.replace("<", "\u2039").replace(">", "\u203a");
        if (isInstance(function)) {
            boolean setter = function.kind() == FunctionSymbol.Kind.PROPERTY_SETTER;
            String base = OF_OBJECT.contains(plain) ? plain + "_" : plain;
            if (plain.equals("__init__")
                    && function.owner().orElseThrow().is(ClassSymbol.Flag.EXCEPTION)) {
                return base + "$2"; // BaseException has one of its own, which takes a tuple
            }
            return setter ? "set$" + base : base;
        }
        if (!function.nested()) {
            return unique(owner(function).displayName(), "", plain);
        }
        String outer = function.qualifiedName().replace(".<locals>", "");
        int last = outer.lastIndexOf('.');
        String prefix = last < 0 ? "" : outer.substring(0, last).replace('.', '$') + "$";
        prefix = prefix.replace("<", "\u2039").replace(">", "\u203a");
        return unique(owner(function).displayName(), prefix, plain);
    }

    /// The name of a method with the loop of a generator expression.
    String expression(ClassDesc owner) {
        return unique(owner.displayName(), "", "\u2039genexpr\u203a");
    }

    private String unique(String owner, String prefix, String name) {
        String result = prefix + name;
        for (int i = 2; !taken.add(owner + ":" + result); i++) {
            result = prefix + i + "$" + name;
        }
        return result;
    }

    /// Of its parameters, without any receiver.
    List<Kind> parameters(FunctionSymbol function) {
        return root(function).parameters().stream().map(Parameter::type).map(kinds::of).toList();
    }

    Optional<Kind> result(FunctionSymbol function) {
        FunctionSymbol root = root(function);
        if (root.mayReturnNotImplemented()) {
            return Optional.of(Kind.OBJECT);
        }
        return kinds.result(root.result());
    }

    /// The method that an override overrides, farthest up: it says the JVM's types.
    FunctionSymbol root(FunctionSymbol function) {
        if (!isInstance(function) || function.owner().isEmpty()) {
            return function;
        }
        String own = Names.ofMember(function.name(), "");
        if (function.name().equals("__init__") || !own.equals(function.name())) {
            return function;
        }
        FunctionSymbol root = function;
        Optional<ClassSymbol> above =
                function.owner().orElseThrow().superclass().map(Type.NominalType::symbol);
        while (above.isPresent() && above.orElseThrow().origin() == Origin.COMPILED) {
            ClassSymbol symbol = above.orElseThrow();
            Optional<FunctionSymbol> there =
                    function.kind() == FunctionSymbol.Kind.PROPERTY_SETTER
                            ? Optional.ofNullable(symbol.setters().get(function.name()))
                            : symbol.ownMethods(function.name()).stream().findFirst();
            root = there.filter(f -> f.kind() == function.kind()).orElse(root);
            above = symbol.superclass().map(Type.NominalType::symbol);
        }
        return root;
    }

    /// The method to call.
    ///
    /// @param form WIDE for callers whose ints are objects
    Member member(FunctionSymbol function, Access access, IntForm form) {
        if (Protocols.declare(function)) {
            return protocols.member(function, form);
        }
        List<Kind> parameters = parameters(function);
        Optional<Kind> result = result(function);
        boolean boxed = form == IntForm.WIDE && Names.hasBoxedEntry(parameters, result);
        String name = name(root(function)) + (boxed ? Names.BOXED : "");
        var type = Names.type(parameters, result, form);
        if (access == Access.SPECIAL) {
            type = type.insertParameterTypes(0, owner(function));
            return Member.ofStatic(owner(function), name + OWN, type);
        }
        if (function.nested()) {
            type = type.insertParameterTypes(0, valueClass(function));
        } else if (function.kind() == FunctionSymbol.Kind.CLASS_METHOD) {
            type = type.insertParameterTypes(0, Kind.OBJECT.type(form));
        }
        return new Member(access, owner(function), name, type);
    }

    /// The methods by which others call this very method of a class, one for each form.
    List<MethodPlan> own(FunctionSymbol function) {
        List<MethodPlan> plans = new ArrayList<>();
        List<Kind> kinds = parameters(function);
        Optional<Kind> result = result(function);
        plans.add(own(function, kinds, result, IntForm.FAST));
        if (Names.hasBoxedEntry(kinds, result)) {
            plans.add(own(function, kinds, result, IntForm.WIDE));
        }
        return plans;
    }

    private MethodPlan own(
            FunctionSymbol function, List<Kind> kinds, Optional<Kind> result, IntForm form) {
        Kind number = form == IntForm.FAST ? Kind.RAW : Kind.OBJECT;
        Assembly out = new Assembly();
        List<Operand> operands = new ArrayList<>();
        operands.add(out.parameter("self", Kind.of(owner(function))));
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            operands.add(out.parameter("a" + i, kind.equals(Kind.INT) ? number : kind));
        }
        Member called = member(function, Access.VIRTUAL, form);
        Member exact = new Member(Access.SPECIAL, called.owner(), called.name(), called.type());
        Operand[] all = operands.toArray(Operand[]::new);
        Optional<Kind> kind = result.map(k -> k.equals(Kind.INT) ? number : k);
        if (kind.isPresent()) {
            Local value = out.local("value", kind.orElseThrow());
            out.call(value, exact, all);
            out.add(new Instruction.Return(Optional.of(value)));
        } else {
            out.call(exact, all);
            out.add(new Instruction.Return(Optional.empty()));
        }
        String name = member(function, Access.SPECIAL, form).name();
        return new MethodPlan(name, true, Shape.WIDE, out.code(kind));
    }
}
