package org.solitude.harness;

import java.io.File;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Reads the EAR that Maven built and adds the probes to it. The probes in the WAR are resources that misbehave on
 * purpose, to show that the contract holds for them although they contain no code for it; the probes in the EJB jar are
 * beans that need access to the core.
 */
public final class ShippedEar {
    private static final String WAR = "solitude-web.war";
    private static final String EJB = "solitude-ejb.jar";

    private ShippedEar() {}

    public static EnterpriseArchive withProbes() {
        var ear = ShrinkWrap.create(ZipImporter.class, "solitude.ear")
                .importFrom(new File(System.getProperty("solitude.ear")))
                .as(EnterpriseArchive.class);
        var war = ShrinkWrap.create(ZipImporter.class, WAR)
                .importFrom(ear.get(WAR).getAsset().openStream())
                .as(WebArchive.class)
                .addAsLibrary(probes());
        var ejb = ShrinkWrap.create(ZipImporter.class, EJB)
                .importFrom(ear.get(EJB).getAsset().openStream())
                .as(JavaArchive.class)
                .addPackage("org.solitude.probe.core");
        ear.delete(ArchivePaths.create(WAR));
        ear.delete(ArchivePaths.create(EJB));
        return ear.addAsModule(ejb).addAsModule(war);
    }

    private static JavaArchive probes() {
        return ShrinkWrap.create(JavaArchive.class, "probes.jar")
                .addPackage("org.solitude.probe")
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
    }
}
