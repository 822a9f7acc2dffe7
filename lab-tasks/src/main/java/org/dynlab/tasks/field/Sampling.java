package org.dynlab.tasks.field;

import java.util.List;
import org.dynlab.core.random.SeedTree;

/**
 * Draws the points of one run, each set from its own stream of the subtree {@code points}.
 *
 * @param scatter how they are spread
 * @param seeds the run's seed tree
 */
record Sampling(Scatter scatter, SeedTree seeds) {

  /** Points of the whole box. */
  PointSet inside(Box box, int count) {
    return scatter.fill(box, count, seeds.child("points").stream("interior"));
  }

  /**
   * Points of faces, the same number on each; one more on the first ones if it does not divide.
   * Their weights are 0: an edge has no volume. A face of an interval is one point.
   */
  PointSet on(Box box, List<Box.Face> faces, int count) {
    PointSet all = null;
    for (int k = 0; k < faces.size(); k++) {
      int share = (count + faces.size() - 1 - k) / faces.size();
      PointSet face = on(box, faces.get(k), share);
      all = all == null ? face : all.followedBy(face);
    }
    return all;
  }

  private PointSet on(Box box, Box.Face face, int count) {
    double value = face.coordinate(box);
    if (box.dimensions() == 1) {
      return new PointSet(new double[] {value}, new double[1]);
    }
    String name = "face " + face.axis() + (face.upper() ? " upper" : " lower");
    return scatter
        .fill(box.without(face.axis()), count, seeds.child("points").stream(name))
        .onFace(face.axis(), value);
  }
}
