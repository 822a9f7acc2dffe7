package org.dynlab.core.task;

/** What a run learns from and what it is judged by; the two never overlap. */
public record TaskData(Examples train, Examples eval) {}
