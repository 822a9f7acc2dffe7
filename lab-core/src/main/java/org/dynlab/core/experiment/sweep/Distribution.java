package org.dynlab.core.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.random.Stream;

/**
 * What the values of one swept key are drawn from. Every draw takes one number of the stream, so
 * that draw k is found at position k. Numbers that are not whole are rounded to six significant
 * digits, for points that can be read and typed again; they stay within the bounds.
 */
public sealed interface Distribution {

  /** The value that the next number of the stream stands for. */
  JsonNode draw(Stream stream);

  /** Numbers of [low, high], each as likely as any other. */
  record Uniform(double low, double high) implements Distribution {
    /** Checks that the bounds are finite and in order. */
    public Uniform {
      Checks checks = new Checks();
      checks.that(Double.isFinite(low), "[0]", "must be a finite number", low);
      checks.that(Double.isFinite(high), "[1]", "must be a finite number", high);
      Bounds.inOrder(low, high, checks);
      checks.that(!Double.isInfinite(high - low), "[1]", "must not be that far away", high);
      checks.done();
    }

    @Override
    public JsonNode draw(Stream stream) {
      return Bounds.rounded(stream.uniform(low, high), low, high);
    }
  }

  /** Numbers of [low, high] whose logarithms are uniform: low (high / low)^u with u in [0, 1). */
  record LogUniform(double low, double high) implements Distribution {
    /** Checks that the bounds are positive, finite and in order. */
    public LogUniform {
      Checks checks = new Checks().positive("[0]", low).positive("[1]", high);
      Bounds.inOrder(low, high, checks);
      checks.done();
    }

    @Override
    public JsonNode draw(Stream stream) {
      double log = stream.uniform(StrictMath.log(low), StrictMath.log(high));
      return Bounds.rounded(StrictMath.exp(log), low, high);
    }
  }

  /** The whole numbers low..high, each as likely as any other. */
  record IntegerRange(long low, long high) implements Distribution {
    private static final long MOST = 1_000_000_000;

    /** Checks that the bounds are in order and at most a thousand million from zero. */
    public IntegerRange {
      Checks checks = new Checks().range("[0]", low, -MOST, MOST).range("[1]", high, -MOST, MOST);
      Bounds.inOrder(low, high, checks);
      checks.done();
    }

    @Override
    public JsonNode draw(Stream stream) {
      return JsonNodeFactory.instance.numberNode(low + stream.below((int) (high - low + 1)));
    }
  }

  /** The listed values, each as likely as any other. */
  record OneOf(List<JsonNode> values) implements Distribution {
    /** Checks that there are some and none twice, copies the list. */
    public OneOf {
      values = List.copyOf(values);
      Checks checks = new Checks();
      checks.that(!values.isEmpty(), "", "must have at least one value", "[]");
      for (int i = 0; i < values.size(); i++) {
        String rule = "must be another value than those before it";
        checks.that(values.indexOf(values.get(i)) == i, "[" + i + "]", rule, values.get(i));
      }
      checks.done();
    }

    @Override
    public JsonNode draw(Stream stream) {
      return values.get(stream.below(values.size()));
    }
  }
}
