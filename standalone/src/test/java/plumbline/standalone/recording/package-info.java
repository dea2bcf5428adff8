/**
 * Runs the notifier as a process of its own on a real broker, kills it by a seed at every point of a send, and writes down what
 * happened. Judges nothing.
 */
package plumbline.standalone.recording;
