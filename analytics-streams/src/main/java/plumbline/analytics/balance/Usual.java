package plumbline.analytics.balance;

/**
 * The patient's own usual index.
 *
 * @param index in percent
 * @param sigma the spread around it, shrunk towards what is usual for the measure
 * @param days how many days it rests on
 */
record Usual(double index, double sigma, int days) {}
