/**
 * The arithmetic under the layers: matrix products and the fused element-wise passes between them.
 *
 * <p>Start with {@link org.dynlab.core.engine.Kernels}. Two implementations give the same numbers:
 * {@link org.dynlab.core.engine.PortableKernels} through ND4J's portable interface, for any
 * backend, and one that works on the memory of the CPU backend. {@link
 * org.dynlab.core.engine.Backend} is the only file that knows which backend is loaded.
 *
 * <p>What one kind of layer alone needs stands in a room of its own above this one: {@code
 * engine.jet}, {@code engine.convolution} and {@code engine.transformer} know this room; it knows
 * none of them, nor they each other.
 */
package org.dynlab.core.engine;
