/**
 * Where the files lie that tasks read. Start with {@link org.dynlab.tasks.files.DataFolders}; files
 * that an experiment names itself are found by {@link org.dynlab.tasks.files.ExperimentFolder}.
 */
package org.dynlab.tasks.files;
