/**
 * What is learned. A task is a record that is its own YAML entry: it checks its components when it
 * is made and prepares the same train and eval examples for the same seeds. Start with {@link
 * org.dynlab.tasks.ModularArithmetic}; {@link org.dynlab.tasks.TaskCatalogue} lists all tasks.
 */
package org.dynlab.tasks;
