package org.dynlab.app.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.dynlab.store.Ending;
import org.dynlab.store.Outcome;

/** What a worker says about the run it was assigned. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = Message.Noted.class, name = "note"),
  @JsonSubTypes.Type(value = Message.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Message.Refused.class, name = "problem"),
  @JsonSubTypes.Type(value = Message.Broken.class, name = "machine")
})
public sealed interface Message {

  /**
   * The run is under way.
   *
   * @param step completed updates
   * @param steps the most there will be
   * @param loss mean data loss of the latest batch
   * @param trainAccuracy accuracy on the latest batch, NaN where there is none
   * @param evalAccuracy latest accuracy on the eval set, NaN before the first
   */
  record Progress(long step, long steps, double loss, double trainAccuracy, double evalAccuracy)
      implements Message {}

  /**
   * The run has met something that its readers should know.
   *
   * @param note in words
   */
  record Noted(String note) implements Message {}

  /**
   * The run is over, one way or another.
   *
   * @param outcome the kind of ending
   * @param reason why
   * @param steps completed updates
   * @param seconds wall clock from assignment to ending
   */
  record Ended(Outcome outcome, String reason, long steps, double seconds) implements Message {
    static Ended of(Ending ending, double seconds) {
      return new Ended(ending.outcome(), ending.reason(), ending.steps(), seconds);
    }
  }

  /**
   * The run cannot be carried out as described; nothing was written.
   *
   * @param lines one per problem
   */
  record Refused(List<String> lines) implements Message {
    /** Copies the list. */
    public Refused {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The machine failed: no disk, no memory.
   *
   * @param line what it said
   */
  record Broken(String line) implements Message {}
}
