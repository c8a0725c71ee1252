package krait.compiler.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Type.NominalType;
import org.jspecify.annotations.Nullable;

/// A class. Two are the same only when they are one object. What it contains is read when somebody
/// first asks, so that a program pays for the classes that it uses.
public final class ClassSymbol {
    /// What kind of class.
    public enum Flag {
        PROTOCOL,
        ABSTRACT,
        DATACLASS,
        FROZEN,
        EXCEPTION,
        ENUM,
        NAMED_TUPLE,
        FINAL
    }

    /// Fills bases, type parameters and members.
    interface Completer {
        void complete(ClassSymbol symbol);
    }

    private final String name;
    private final String qualifiedName;
    private final ModuleSymbol module;
    private final Origin origin;
    private @Nullable Completer completer;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<TypeVariable> typeParameters = new ArrayList<>();
    private final List<NominalType> bases = new ArrayList<>();
    private final Map<String, FieldSymbol> fields = new LinkedHashMap<>();
    private final Map<String, List<FunctionSymbol>> methods = new LinkedHashMap<>();
    private final Map<String, FunctionSymbol> setters = new LinkedHashMap<>();
    private Optional<TypeVariable> self = Optional.empty();
    private List<DataField> dataFields = List.of();
    private final List<EnumMember> enumMembers = new ArrayList<>();
    private Optional<Statement.FunctionDef> initialiser = Optional.empty();

    ClassSymbol(
            String name,
            String qualifiedName,
            ModuleSymbol module,
            Origin origin,
            Completer completer) {
        this.name = name;
        this.qualifiedName = qualifiedName;
        this.module = module;
        this.origin = origin;
        this.completer = completer;
    }

    public String name() {
        return name;
    }

    /// Python's `__qualname__`.
    public String qualifiedName() {
        return qualifiedName;
    }

    public ModuleSymbol module() {
        return module;
    }

    public Origin origin() {
        return origin;
    }

    public List<TypeVariable> typeParameters() {
        complete();
        return typeParameters;
    }

    /// Of a protocol: what `Self` means in it, the class of the object at hand.
    Optional<TypeVariable> self() {
        complete();
        return self;
    }

    void self(TypeVariable variable) {
        self = Optional.of(variable);
    }

    /// As written, `object` left out; protocols and Generic are no class at run time.
    public List<NominalType> bases() {
        complete();
        return bases;
    }

    /// The one base that is a class and no protocol.
    public Optional<NominalType> superclass() {
        return bases().stream().filter(b -> !b.symbol().is(Flag.PROTOCOL)).findFirst();
    }

    /// Introduced by this class, not inherited.
    public Collection<FieldSymbol> fields() {
        complete();
        return fields.values();
    }

    /// A field of this class, not an inherited one.
    public Optional<FieldSymbol> ownField(String field) {
        complete();
        return Optional.ofNullable(fields.get(field));
    }

    /// Methods and properties of this class, each name with its overloads; a class of the program
    /// has one for each name.
    public Map<String, List<FunctionSymbol>> methods() {
        complete();
        return methods;
    }

    /// Overloads of this class, not inherited ones.
    public List<FunctionSymbol> ownMethods(String method) {
        complete();
        return methods.getOrDefault(method, List.of());
    }

    /// Setters of properties of this class.
    public Map<String, FunctionSymbol> setters() {
        complete();
        return setters;
    }

    public boolean is(Flag flag) {
        complete();
        return flags.contains(flag);
    }

    /// Whether this class is that one or below it, protocols by declaration only.
    public boolean inherits(ClassSymbol ancestor) {
        if (this == ancestor) {
            return true;
        }
        for (NominalType base : bases()) {
            if (base.symbol().inherits(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a class is this one or above it, while some of them are still incomplete.
    boolean below(ClassSymbol ancestor) {
        return below(ancestor, new HashSet<>());
    }

    private boolean below(ClassSymbol ancestor, Set<ClassSymbol> seen) {
        return this == ancestor
                || (seen.add(this)
                        && bases().stream().anyMatch(b -> b.symbol().below(ancestor, seen)));
    }

    private void complete() {
        Completer pending = completer;
        if (pending != null) {
            completer = null;
            pending.complete(this);
        }
    }

    /// Of a dataclass: its fields in the order of `__repr__`, inherited ones included.
    public List<DataField> dataFields() {
        complete();
        return dataFields;
    }

    void dataFields(List<DataField> fields) {
        dataFields = List.copyOf(fields);
    }

    /// Of an enumeration: its members and aliases, in order.
    List<EnumMember> enumMembers() {
        complete();
        return enumMembers;
    }

    void enumMember(EnumMember member) {
        enumMembers.add(member);
    }

    /// The `__init__` that the class writes out.
    Optional<Statement.FunctionDef> initialiser() {
        complete();
        return initialiser;
    }

    void initialiser(Statement.FunctionDef definition) {
        initialiser = Optional.of(definition);
    }

    void flag(Flag flag) {
        flags.add(flag);
    }

    void typeParameter(TypeVariable parameter) {
        typeParameters.add(parameter);
    }

    void base(NominalType base) {
        bases.add(base);
    }

    void field(FieldSymbol field) {
        fields.put(field.name(), field);
    }

    void method(FunctionSymbol method) {
        methods.computeIfAbsent(method.name(), n -> new ArrayList<>()).add(method);
    }

    void setter(FunctionSymbol setter) {
        setters.put(setter.name(), setter);
    }

    @Override
    public String toString() {
        return module.name() + "." + qualifiedName;
    }
}
