/// From [krait.compiler.syntax.Ast] to [krait.compiler.types.TypedModule]: every name resolved,
/// every expression typed, every operation chosen, or a diagnostic with a rewrite.
package krait.compiler.types;
