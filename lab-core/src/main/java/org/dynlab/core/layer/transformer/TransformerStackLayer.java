package org.dynlab.core.layer.transformer;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.dynlab.core.engine.Matrix;
import org.dynlab.core.engine.Tokens;
import org.dynlab.core.engine.transformer.DistinctTokens;
import org.dynlab.core.layer.Inlet;
import org.dynlab.core.layer.LabLayer;
import org.dynlab.core.layer.StochasticLayer;
import org.dynlab.core.layer.Tap;
import org.dynlab.core.layer.TokenReader;
import org.dynlab.core.layer.part.Staged;
import org.dynlab.core.random.SeedTree;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The working {@link TransformerStack} layer. */
public final class TransformerStackLayer extends BaseLayer<TransformerStack>
    implements LabLayer, TokenReader, StochasticLayer {
  private static final long serialVersionUID = 1L;
  private final transient Staged<DistinctTokens> staged =
      new Staged<>(array -> DistinctTokens.of(Tokens.of(array)));
  private final transient TransformerPass pass;
  private transient SeedTree drawn;
  private long ownDraws;

  TransformerStackLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    pass =
        new TransformerPass(
            layerConf().getShape(),
            type,
            new ParameterViews(this::getParam, key -> gradientViews.get(key)));
  }

  @Override
  public void stage(INDArray input, Tokens tokens) {
    staged.put(input, DistinctTokens.of(tokens));
  }

  @Override
  public void unstage(INDArray input) {
    staged.forget(input);
  }

  @Override
  public boolean random() {
    return layerConf().getShape().dropout() > 0;
  }

  @Override
  public void draw(SeedTree step) {
    drawn = step;
  }

  /** The streams of this pass; under plain {@code fit()} nobody hands them in. */
  private Draws draws() {
    if (!random()) {
      return Draws.NONE;
    }
    SeedTree seeds = drawn;
    drawn = null;
    if (seeds == null) {
      seeds = new SeedTree(conf.getSeed()).child("step" + ownDraws++);
    }
    return new Draws(seeds);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Matrix out = pass.forward(staged.of(input), training ? draws() : Draws.NONE);
    if (training && workspaces.isScopedOut(ArrayType.ACTIVATIONS)) {
      return out.array();
    }
    long[] shape = {out.rows(), out.columns()};
    return workspaces
        .createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c')
        .assign(out.array());
  }

  @Override
  public Matrix forward(INDArray x, int examples) {
    return pass.forward(staged.of(x), Draws.NONE);
  }

  @Override
  public List<Tap> taps() {
    return pass.taps();
  }

  @Override
  public List<Inlet> inlets() {
    return pass.inlets(staged::of);
  }

  /** The input is symbols: there is no gradient with respect to it. */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    boolean rowMajor = epsilon.ordering() == 'c' && epsilon.stride(1) == 1;
    pass.backward(Matrix.of(rowMajor ? epsilon : epsilon.dup('c')));
    Gradient gradient = new DefaultGradient();
    gradientViews.forEach(gradient::setGradientFor);
    return new Pair<>(gradient, null);
  }
}
