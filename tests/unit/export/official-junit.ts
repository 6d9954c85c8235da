/** The schema of JUnit's XML that Jenkins reads reports by (`jenkins-junit.xsd`, under the MIT licence that it states itself). */
import { readFile } from 'node:fs/promises';
import { validateXML } from 'xmllint-wasm';

const schema = await readFile(new URL('jenkins-junit.xsd', import.meta.url), 'utf8');

/** What the schema has against a document; empty when it is valid. */
export async function junitProblems(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit.xsd', contents: schema },
  });
  return errors.map(({ message }) => message);
}
