/** The thread from end to end, on a real broker and over real HTTP: what a report becomes, and what happens when something fails. */
package plumbline.standalone.thread;
