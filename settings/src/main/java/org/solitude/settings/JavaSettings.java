package org.solitude.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds in Java which settings it reads and which it describes, by {@code @Setting}. A setting is read by
 * {@code @ConfigProperty}, or by a string that is just a property's or a variable's name, or by an expression in a
 * string. The sources are only parsed: nothing has to be on a class path.
 */
final class JavaSettings extends TreeScanner<Void, Void> {

    private static final Pattern VARIABLE = Pattern.compile("SOLITUDE_[A-Z0-9_]*[A-Z0-9]");
    /** At least three parts: "solitude.cli" is a file. */
    private static final Pattern PROPERTY = Pattern.compile("solitude(\\.[A-Za-z0-9-]+){2,}");

    private static final Map<String, String> TYPES = Map.of(
            "boolean", "boolean",
            "int", "integer",
            "long", "integer",
            "Duration", "duration",
            "List<Duration>", "list of durations",
            "String", "text",
            "Optional<String>", "text",
            "Optional<List<String>>", "list");

    private final SourceTree sources;
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final List<DescribedSetting> described = new ArrayList<>();
    private final List<SettingRead> reads = new ArrayList<>();

    private JavaSettings(SourceTree sources, Trees trees, CompilationUnitTree unit) {
        this.sources = sources;
        this.trees = trees;
        this.unit = unit;
    }

    /** What was found. */
    record Found(List<DescribedSetting> described, List<SettingRead> reads) {}

    static Found in(List<Path> files, SourceTree sources) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (files.isEmpty()) {
            return found;
        }
        JavaCompiler compiler =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed, not a runtime");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                JavaSettings scanner = new JavaSettings(sources, Trees.instance(task), unit);
                scanner.scan(unit, null);
                found.described().addAll(scanner.described);
                found.reads().addAll(scanner.reads);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        Map<String, String> property = annotation(variable, "ConfigProperty");
        Map<String, String> description = annotation(variable, "Setting");
        Place place = place(variable);
        if (property != null) {
            String name = property.getOrDefault("name", "");
            reads.add(new SettingRead(DescribedSetting.variableOf(name), property.get("defaultValue"), false, place));
            describe(name, description, typeOf(variable), place);
            return nothing;
        }
        describe(firstLiteral(variable.getInitializer()), description, typeOf(variable), place);
        return super.visitVariable(variable, nothing);
    }

    /** What annotations say is read above, but for expressions in them. */
    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
        for (ExpressionTree argument : annotation.getArguments()) {
            String text = argument instanceof AssignmentTree assignment ? text(assignment.getExpression()) : null;
            if (text != null) {
                reads.addAll(Expressions.in(text, place(annotation)));
            } else {
                super.visitAnnotation(annotation, nothing);
            }
        }
        return nothing;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        readArguments(call.getArguments());
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void nothing) {
        readArguments(call.getArguments());
        return super.visitNewClass(call, nothing);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
        if (literal.getValue() instanceof String text) {
            String variable = variable(text);
            if (variable != null) {
                reads.add(SettingRead.plain(variable, place(literal)));
            } else if (text.contains("${env.")) {
                reads.addAll(Expressions.in(text, place(literal)));
            }
        }
        return nothing;
    }

    /** A literal that follows a name among the arguments is the default. */
    private void readArguments(List<? extends ExpressionTree> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            String variable = arguments.get(i) instanceof LiteralTree name && name.getValue() instanceof String text
                    ? variable(text)
                    : null;
            if (variable != null
                    && arguments.get(i + 1) instanceof LiteralTree otherwise
                    && otherwise.getValue() != null) {
                reads.add(new SettingRead(variable, otherwise.getValue().toString(), false, place(arguments.get(i))));
            }
        }
    }

    private void describe(@Nullable String name, @Nullable Map<String, String> description, String type, Place place) {
        if (description == null) {
            return;
        }
        if (name == null) {
            throw new IllegalArgumentException(place + " has @Setting, but neither @ConfigProperty nor a name");
        }
        described.add(new DescribedSetting(
                DescribedSetting.variableOf(name),
                name,
                description.getOrDefault("type", type),
                description.getOrDefault("unit", ""),
                description.getOrDefault("range", ""),
                description.get("defaultText"),
                description.getOrDefault("description", ""),
                place));
    }

    private static @Nullable String firstLiteral(@Nullable ExpressionTree initializer) {
        return initializer instanceof NewClassTree call && !call.getArguments().isEmpty()
                ? text(call.getArguments().get(0))
                : initializer == null ? null : text(initializer);
    }

    private static String typeOf(VariableTree variable) {
        Tree type = variable.getType();
        return type == null ? "" : TYPES.getOrDefault(type.toString(), "");
    }

    private static @Nullable Map<String, String> annotation(VariableTree variable, String name) {
        for (AnnotationTree annotation : variable.getModifiers().getAnnotations()) {
            if (annotation.getAnnotationType().toString().equals(name)) {
                Map<String, String> values = new HashMap<>();
                for (ExpressionTree argument : annotation.getArguments()) {
                    if (argument instanceof AssignmentTree assignment) {
                        String text = text(assignment.getExpression());
                        if (text == null) {
                            throw new IllegalArgumentException("Only strings are read from @" + name + ": " + argument);
                        }
                        values.put(assignment.getVariable().toString(), text);
                    }
                }
                return values;
            }
        }
        return null;
    }

    /** A string, also one in several pieces. */
    private static @Nullable String text(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree inner) {
            return text(inner.getExpression());
        }
        if (expression instanceof BinaryTree sum) {
            String left = text(sum.getLeftOperand());
            String right = text(sum.getRightOperand());
            return left == null || right == null ? null : left + right;
        }
        return expression instanceof LiteralTree literal && literal.getValue() instanceof String text ? text : null;
    }

    private static @Nullable String variable(String text) {
        if (VARIABLE.matcher(text).matches()) {
            return text;
        }
        return PROPERTY.matcher(text).matches() ? DescribedSetting.variableOf(text) : null;
    }

    private Place place(Tree tree) {
        long position = trees.getSourcePositions().getStartPosition(unit, tree);
        return new Place(
                sources.name(Path.of(unit.getSourceFile().toUri())),
                Math.toIntExact(unit.getLineMap().getLineNumber(position)));
    }
}
