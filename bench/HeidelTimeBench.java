import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Date;

/**
 * Times HeidelTime on articles in one JVM: HeidelTimeBench ARTICLES CONFIG WARM SECONDS.
 *
 * ARTICLES holds records of a day, a newline and a text, separated by U+001E. WARM of them are read first without
 * being timed, so that the JVM has compiled what it will; then all are, until SECONDS are spent. Prints one line,
 * "milliseconds articles expressions": the processor time of the tagging thread alone, without the JVM's compiler
 * and garbage collector, which favours HeidelTime.
 */
public final class HeidelTimeBench {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    public static void main(String[] args) throws Exception {
        String[] records = Files.readString(Path.of(args[0])).split("\u001e");
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
                Language.ARABIC, DocumentType.NEWS, OutputType.TIMEML, args[1], POSTagger.NO);
        for (int at = 0; at < Math.min(Integer.parseInt(args[2]), records.length); at++) {
            tag(tagger, records[at]);
        }
        long began = CLOCK.getCurrentThreadCpuTime();
        long limit = Long.parseLong(args[3]) * 1_000_000_000L;
        int done = 0;
        int found = 0;
        while (done < records.length && CLOCK.getCurrentThreadCpuTime() - began < limit) {
            found += tag(tagger, records[done++]).split("<TIMEX3 ", -1).length - 1;
        }
        System.out.println((CLOCK.getCurrentThreadCpuTime() - began) / 1e6 + " " + done + " " + found);
    }

    private static String tag(HeidelTimeStandalone tagger, String record) throws Exception {
        int end = record.indexOf('\n');
        Date day = new SimpleDateFormat("yyyy-MM-dd").parse(record.substring(0, end));
        return tagger.process(record.substring(end + 1), day);
    }
}
