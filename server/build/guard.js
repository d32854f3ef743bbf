// Plain JavaScript in its oldest form, and no imports: it has to run on whatever Node there is.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 17)) {
  process.stderr.write(
    `Tacit needs Node 22.17 or later, and this is ${process.version}. On Linux and on Windows npm brings Node 24 ` +
      'along: run "npm ci" (without --omit=optional), and start through npm. Elsewhere install it from ' +
      'https://nodejs.org.\n',
  );
  process.exit(1);
}
