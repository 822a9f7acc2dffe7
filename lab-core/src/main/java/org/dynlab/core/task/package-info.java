/**
 * The contract of tasks: a description that prepares train and eval examples. Start with {@link
 * org.dynlab.core.task.Task}; the tasks themselves live in lab-tasks.
 */
package org.dynlab.core.task;
