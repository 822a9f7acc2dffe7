package org.dynlab.core.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dynlab.core.describe.Catalogue.Member;
import org.dynlab.core.describe.Catalogue.Scalar;
import org.dynlab.store.problem.UserError;

/** Records of a small world, with one component of every type a description may have. */
final class Garden {
  private Garden() {}

  enum Season {
    SPRING,
    LATE_SUMMER,
    X2_PLUS_Y
  }

  record Plot(
      @Meaning("number of rows") int rows,
      @Default("7") long seed,
      @Default("0.5") double light,
      @Default("true") boolean watered,
      @Default("plain") String label,
      @Default("lateSummer") Season season) {
    Plot {
      new Checks()
          .range("rows", rows, 1, 100)
          .strictlyBetween("light", light, 0, 1)
          .that(seed < rows * 10L, "seed", "must be < " + rows * 10L, seed)
          .that(!label.isEmpty(), "label", "must not be empty", '"' + label + '"')
          .done();
    }
  }

  interface Water {}

  @Meaning("the same every day")
  record Steady(double amount) implements Water {
    Steady {
      new Checks().positive("amount", amount).done();
    }
  }

  record Rain(@Default("[1, 2.5]") List<Double> amounts, @Default("3") int days) implements Water {
    Rain {
      amounts = List.copyOf(amounts);
      Checks checks = new Checks();
      for (int i = 0; i < amounts.size(); i++) {
        checks.positive("amounts[" + i + "]", amounts.get(i));
      }
      checks.done();
    }
  }

  interface Plant {}

  record Rose(@Default("red") String colour, @Default("0.1") Water water) implements Plant {}

  record Moss() implements Plant {}

  record Bed(
      Plot plot,
      @Default("[]") List<Plant> plants,
      @Default("{}") Map<String, Water> taps,
      Optional<Double> fence,
      Optional<List<Plant>> guests,
      @Default("{a: [1]}") JsonNode notes) {}

  /** Between two numbers, written as {@code low..high}. */
  record Span(int low, int high) {}

  record Calendar(Span days, @Default("1..2") Span nights) {}

  record SpanNotation() implements Notation<Span> {
    @Override
    public Class<Span> type() {
      return Span.class;
    }

    @Override
    public Span read(JsonNode node, RecordReader reader) {
      String[] ends = node.asText().split("\\.\\.", -1);
      if (ends.length != 2) {
        throw new UserError("", "must be low..high", node.asText(), "");
      }
      return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    @Override
    public JsonNode write(Span span, RecordWriter writer) {
      return YamlScalar.of(span.low() + ".." + span.high());
    }
  }

  static final Catalogue<Water> WATERS =
      new Catalogue<>(
          "water",
          Water.class,
          List.of(new Member<>("steady", Steady.class), new Member<>("rain", Rain.class)),
          new Scalar("steady", "amount"));
  static final Catalogue<Plant> PLANTS =
      new Catalogue<>(
          "plant",
          Plant.class,
          List.of(new Member<>("rose", Rose.class), new Member<>("moss", Moss.class)));
  static final Language LANGUAGE =
      new Language(List.of(WATERS, PLANTS), List.of(new SpanNotation()));
  static final RecordReader READER = new RecordReader(LANGUAGE);
  static final RecordWriter WRITER = new RecordWriter(LANGUAGE);

  static JsonNode tree(String yaml) {
    return new YamlSource("test", yaml).value();
  }

  static <T> T read(String yaml, Class<T> type) {
    return READER.read(tree(yaml), type, "");
  }
}
