package plumbline.standalone.guarantee;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every guarantee in one process, for they judge the same recorded runs. */
@Suite
@SelectPackages("plumbline.standalone.guarantee")
@IncludeClassNamePatterns(".*Guarantee")
class GuaranteesIT {}
