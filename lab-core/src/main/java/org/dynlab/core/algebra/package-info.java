/**
 * Dense linear algebra in double precision on the OpenBLAS that ND4J brings. Start with {@link
 * org.dynlab.core.algebra.SymmetricMatrix}. Matrices live in native memory, column after column,
 * and are reused from call to call; every object has one owner and serves one thread.
 */
package org.dynlab.core.algebra;
