import { describe, expect, it } from 'vitest';
import * as schema from '../../../../lib/scan/schema/report.ts';

/** The names that DESIGN §5 fixes. */
const members = [
  'schemaVersion',
  'engine',
  'scan',
  'target',
  'outcome',
  'surface',
  'flows',
  'signals',
  'antiPatterns',
  'contradictions',
  'checklist',
  'journey',
  'score',
  'fixes',
  'exchanges',
];

describe('the schema', () => {
  it('keeps the names that are public', () => {
    expect(Object.keys(schema.report.shape)).toEqual(expect.arrayContaining(members));
    expect(schema.outcomes).toEqual(['scored', 'no-api', 'blocked', 'unreachable', 'refused']);
    expect(schema.journeySteps).toEqual(['find', 'understand', 'get-credential', 'get-token', 'call']);
    expect(Object.keys(schema.report.shape.surface.shape)).toEqual(
      expect.arrayContaining([
        'apiBases',
        'tokenEndpoints',
        'authorizationServers',
        'protectedResources',
        'descriptions',
        'docs',
        'keyPages',
        'mcp',
      ]),
    );
    expect(schema.report.shape.scan.shape.mode.options).toEqual(['public', 'verified', 'spec', 'example']);
  });

  it('is exported as JSON Schema 2020-12, as plain JSON', () => {
    const exported = schema.reportJsonSchema() as Record<string, unknown>;
    expect(exported['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(exported['type']).toBe('object');
    expect(exported['required']).toEqual(expect.arrayContaining(members));
    expect(Object.keys(exported['properties'] as object)).toEqual(Object.keys(schema.report.shape));
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported);
    expect(JSON.stringify(schema.reportJsonSchema())).toBe(JSON.stringify(exported));
  });
});
