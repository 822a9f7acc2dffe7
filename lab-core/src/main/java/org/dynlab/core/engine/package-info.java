/**
 * The arithmetic under the layers: matrix products and the fused element-wise passes between them.
 *
 * <p>Start with {@link org.dynlab.core.engine.Kernels}. Two implementations give the same numbers:
 * one through ND4J's portable interface, for any backend, and one that works on the memory of the
 * CPU backend. {@link org.dynlab.core.engine.Backend} is the only file that knows which backend is
 * loaded.
 */
package org.dynlab.core.engine;
