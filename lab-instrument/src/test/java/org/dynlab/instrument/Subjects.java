package org.dynlab.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dynlab.core.instrument.Entrance;
import org.dynlab.core.instrument.Place;
import org.dynlab.core.instrument.Subject;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;

/** Small networks to measure: fully connected layers layer1, layer2, ... of given sizes. */
public final class Subjects {

  private Subjects() {}

  public static Subject withBiases(int... sizes) {
    return of(true, sizes);
  }

  public static Subject withoutBiases(int... sizes) {
    return of(false, sizes);
  }

  private static Subject of(boolean biases, int... sizes) {
    List<ParameterBlock> blocks = new ArrayList<>();
    int offset = 0;
    for (int k = 1; k < sizes.length; k++) {
      blocks.add(
          new ParameterBlock("layer" + k + ".W", Role.WEIGHT, offset, sizes[k - 1], sizes[k]));
      offset += sizes[k - 1] * sizes[k];
      if (biases) {
        blocks.add(new ParameterBlock("layer" + k + ".b", Role.BIAS, offset, 1, sizes[k]));
        offset += sizes[k];
      }
    }
    int hidden = sizes.length - 2;
    return new Subject(
        new ParameterLayout(blocks),
        IntStream.rangeClosed(1, hidden).mapToObj(k -> new Place("layer" + k, sizes[k])).toList(),
        IntStream.range(0, sizes.length - 1).mapToObj(k -> entrance(k, sizes)).toList(),
        sizes[sizes.length - 1],
        new Subject.Data(100, 60, sizes[sizes.length - 1], true),
        new SeedTree(1));
  }

  private static Entrance entrance(int k, int... sizes) {
    List<Place> behind =
        IntStream.range(k + 1, sizes.length - 1)
            .mapToObj(layer -> new Place("layer" + layer, sizes[layer]))
            .toList();
    return new Entrance(k == 0 ? "input" : "layer" + k, sizes[k], behind);
  }
}
