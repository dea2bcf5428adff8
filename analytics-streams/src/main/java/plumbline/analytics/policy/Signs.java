package plumbline.analytics.policy;

/** The numbers of the rules that one report, or its absence, fulfils. */
public record Signs(UrgentPain urgentPain, RedFlags redFlags, Flare flare, WentQuiet wentQuiet) {}
