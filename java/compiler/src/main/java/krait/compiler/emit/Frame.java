package krait.compiler.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.List;
import krait.compiler.code.Code;
import krait.compiler.code.IntForm;
import krait.compiler.code.Local;

/// Where the locals of a method stand on the JVM.
final class Frame {
    private final CodeBuilder out;
    private final IntForm form;
    private final int[] slots;

    private Frame(CodeBuilder out, IntForm form, int locals) {
        this.out = out;
        this.form = form;
        this.slots = new int[locals];
    }

    /// @param parameters stand at the beginning, in this order
    /// @param others those that follow, parameters left out
    /// @param reserved slots that come before all others
    static Frame of(
            CodeBuilder out,
            IntForm form,
            List<Local> parameters,
            List<Local> others,
            int reserved,
            Code code) {
        Frame frame = new Frame(out, form, code.locals().size());
        int next = reserved;
        for (Local local : parameters) {
            frame.slots[local.index()] = next;
            next += TypeKind.from(local.kind().type(form)).slotSize();
        }
        for (Local local : others) {
            if (!parameters.contains(local)) {
                frame.slots[local.index()] = next;
                next += TypeKind.from(local.kind().type(form)).slotSize();
            }
        }
        return frame;
    }

    void load(Local local) {
        out.loadLocal(TypeKind.from(local.kind().type(form)), slots[local.index()]);
    }

    void store(Local local) {
        out.storeLocal(TypeKind.from(local.kind().type(form)), slots[local.index()]);
    }
}
