package plumbline.analytics.policy;

/** The numbers of the rules about how a pain goes on. */
public record PainCourse(
        PersistentPain persistent, Improvement improvement, RecurrentPain recurrent, WorseningPain worsening) {}
