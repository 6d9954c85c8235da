/** The shape of the code, checked from the code itself: who imports whom, what the engine never touches, registries and their mirrors. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tokenizer } from 'acorn';
import { build, transformSync, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { antiPatterns, checklist, flows, signals } from '../../lib/scan/judge/index.ts';
import { grantIds } from '../../lib/scan/vocabulary.ts';
import { caps, ladders } from '../../lib/scan/dimensions/index.ts';
import { tierFloors } from '../../lib/scan/score/methodology.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const engine = filesUnder('lib/scan');
/** From judge on, everything is a pure function of evidence (STYLE §1). */
const core = engine.filter((file) => /^lib\/scan\/((dimensions|judge|score|fix|report)\/|conclude\.ts)/.test(file));
const isBuiltin = (path: string) => path.startsWith('node:') || builtinModules.includes(path);

/** What each file imports when it runs, as the bundler sees it: types are gone, text inside templates is text. */
let imports: Map<string, Metafile['inputs'][string]['imports']>;
beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: engine,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'unused',
    logLevel: 'silent',
  });
  imports = new Map(Object.entries(metafile.inputs).map(([file, input]) => [file, input.imports]));
});

/** Everything that runs when a file runs: files of ours and packages. */
function reach(start: readonly string[]): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>(start);
  const packages = new Set<string>();
  for (const file of files)
    for (const { path, external } of imports.get(file) ?? []) (external ? packages : files).add(path);
  return { files, packages };
}

describe('judges', () => {
  it("show what a statement quotes and never read it again: what a sentence means is the reader's business", () => {
    const again =
      /\bquote\b\)?\??\.(?:match|matchAll|test|search|includes|startsWith|endsWith|indexOf|split|replace|toLowerCase)|(?:test|exec|match|matchAll|RegExp)\([^()\n]*\bquote\b/;
    expect(core.filter((file) => again.test(read(file)))).toEqual([]);
    expect(again.test('/approv/.test(statement.quote)') && again.test("one.quote.includes('key')")).toBe(true);
  });
});

describe('pages', () => {
  it('take from the engine what judges and explains, never what looks: a site that scans is a worker', () => {
    const looking = /from '[^']*lib\/scan\/(look|http\/client|render|apart|index|description)\b/;
    const users = ['app', 'components', 'content', 'pages']
      .flatMap(filesUnder)
      .filter((file) => looking.test(read(file)));
    expect(users).toEqual([]);
  });
});

describe('lib/scan', () => {
  it('imports nothing of ours outside itself', () => {
    expect(engine.length).toBeGreaterThan(80);
    expect([...imports.keys()].filter((file) => !file.startsWith('lib/scan/'))).toEqual([]);
  });

  it('imports no type of ours from outside itself either', () => {
    const outside = engine
      .flatMap((file) =>
        [...read(file).matchAll(/^(?:import|export) type [^'`;]*? from '(\.[^']*)'/gm)].map((match) => [
          file,
          join(file, '..', match[1] ?? '').replaceAll('\\', '/'),
        ]),
      )
      .filter(([, target]) => !target?.startsWith('lib/scan/'));
    expect(outside).toEqual([]);
  });

  it('knows nothing of web, database and queue', () => {
    const { packages } = reach(engine);
    expect(
      [...packages].filter((name) =>
        /^(next|react|react-dom|bullmq|ioredis|pg|prisma|@prisma\/.*|server-only|pino|commander|ora)(\/|$)/.test(name),
      ),
    ).toEqual([]);
    const declared = Object.keys(
      (JSON.parse(read('package.json')) as { dependencies: Record<string, string> }).dependencies,
    );
    expect(
      [...packages].filter(
        (name) =>
          !isBuiltin(name) &&
          !declared.includes(
            name
              .split('/')
              .slice(0, name.startsWith('@') ? 2 : 1)
              .join('/'),
          ),
      ),
    ).toEqual([]);
  });

  it('opens sockets in http and render only, threads in apart', () => {
    const opens =
      /^(node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|child_process|worker_threads|cluster|inspector)$|^(undici|playwright-core|ws|got|axios|node-fetch)$/;
    const openers = engine.filter(
      (file) =>
        imports
          .get(file)
          ?.some(
            ({ path }) => opens.test(path) && !(file.startsWith('lib/scan/apart/') && path === 'node:worker_threads'),
          ) && !/^lib\/scan\/(http|render)\//.test(file),
    );
    // Reading addresses opens nothing.
    const more = openers.filter(
      (file) =>
        [...read(file).matchAll(/^import \{([^}]*)\} from '(?:node:)?(?:net|dns)'/gm)].some(
          (match) => !/^\s*(isIP|isIPv4|isIPv6)(\s*,\s*(isIP|isIPv4|isIPv6))*\s*$/.test(match[1] ?? ''),
        ) || imports.get(file)?.some(({ path }) => opens.test(path) && !/^(node:)?net$/.test(path)),
    );
    expect(more).toEqual([]);
  });

  it('reads no environment, and reaches no network through a global', () => {
    // The bundler replaces references, not words: what is left of these names in the output was a use of them.
    const define = {
      'process.env': 'USES_ENVIRONMENT',
      fetch: 'USES_FETCH',
      WebSocket: 'USES_SOCKET',
      EventSource: 'USES_SOCKET',
      XMLHttpRequest: 'USES_FETCH',
      eval: 'USES_EVAL',
      Function: 'USES_EVAL',
    };
    const users = engine.filter((file) =>
      /USES_(ENVIRONMENT|FETCH|SOCKET|EVAL)/.test(transformSync(read(file), { loader: 'ts', define }).code),
    );
    expect(users).toEqual([]);
    expect(transformSync('const a = process.env.X; fetch(a);', { loader: 'ts', define }).code).toMatch(
      /USES_ENVIRONMENT[\s\S]*USES_FETCH/,
    );
  });

  /** The stages in their order; a file of none of them stands with what it is named for. Each line imports only itself and those above. */
  const stages = [
    /^(vocabulary|counted|types|errors|can-parse|awaited-later|channel|loopback|text|names|schemes|user-agent|version|schema\/facts|schema\/verify-request)/,
    /^(http|redact)\//,
    /^target\//,
    /^read\//,
    /^(look|apart)\//,
    /^render\//,
    /^verify\//,
    /^dimensions\//,
    /^judge\//,
    /^score\//,
    /^fix\//,
    /^schema\/(report|scores)/,
    /^report\//,
    /^conclude/,
    /^(description|index)/,
  ];
  const stageOf = (file: string) => stages.findIndex((stage) => stage.test(file.replace('lib/scan/', '')));

  it('no stage imports a later one, neither to run nor for a type; only the shape of the report is known to all', () => {
    expect(engine.filter((file) => stageOf(file) < 0)).toEqual([]);
    const typesOf = (file: string) =>
      [...read(file).matchAll(/^(?:import|export) type [^'`;]*? from '(\.[^']*)'/gm)]
        .map((match) => join(file, '..', match[1] ?? '').replaceAll('\\', '/'))
        .filter((target) => !target.startsWith('lib/scan/schema/'));
    const backwards = engine.flatMap((file) =>
      [...(imports.get(file) ?? []).flatMap(({ path, external }) => (external ? [] : [path])), ...typesOf(file)]
        .filter((target) => stageOf(target) > stageOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(backwards).toEqual([]);
  });

  it('calls lead from one stage to the next: nothing imports itself in a circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const { path: next, external } of imports.get(file) ?? []) if (!external) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of engine) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('regular expressions in lib/scan', () => {
  /** Literals, and what is put together at run time; a table of phrases that one call compiles counts as one. */
  const patternsIn = (text: string): string[] => {
    const { code } = transformSync(text, { loader: 'ts', target: 'esnext' });
    const literals = [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })]
      .filter(({ type }) => type.label === 'regexp')
      .map(({ start, end }) => code.slice(start, end));
    return [...literals, ...code.matchAll(/\b(?:new RegExp|anyOf)\(/g)].map(String);
  };
  const all = engine.flatMap((file) => patternsIn(read(file)).map((pattern) => ({ file, pattern })));

  it('are seen in code, and not in text', () =>
    expect(patternsIn("const a = /b/i, c = '/d/', e = new RegExp(f), g = h / i / j; // /k/")).toEqual([
      '/b/i',
      'new RegExp(',
    ]));

  it('stay few beside the lines of code', () => {
    const lines = engine.reduce((sum, file) => sum + read(file).split('\n').length - 1, 0);
    expect((all.length * 1_000) / lines).toBeLessThan(25);
  });

  it('stay short enough to be read', () =>
    // The reader of prose still has longer ones.
    expect(
      all
        .filter(({ file, pattern }) => pattern.length > (file.startsWith('lib/scan/read/prose/') ? 400 : 200))
        .map(({ file }) => file),
    ).toEqual([]));
});

describe('the core, from judge on', () => {
  it('reaches no network, file or page, however far one follows its imports', () => {
    const { files, packages } = reach(core);
    expect(
      [...files].filter((file) => /^lib\/scan\/(http|render|look|target)\/|^lib\/scan\/index\.ts$/.test(file)),
    ).toEqual([]);
    expect([...packages].filter(isBuiltin)).toEqual([]);
  });

  it('knows no clock and no chance', () => {
    const define = {
      Date: 'USES_CLOCK',
      performance: 'USES_CLOCK',
      'Math.random': 'USES_CHANCE',
      crypto: 'USES_CHANCE',
      setTimeout: 'USES_CLOCK',
      Intl: 'USES_LOCALE',
    };
    expect(
      core.filter((file) =>
        /USES_(CLOCK|CHANCE|LOCALE)/.test(transformSync(read(file), { loader: 'ts', define }).code),
      ),
    ).toEqual([]);
  });

  it('finds every number of the score in one table', () => {
    const priced = new Set([
      ...Object.values(ladders).flatMap((ladder) => Object.values(ladder).map((rung) => rung.value)),
      ...Object.values(caps).map((cap) => cap.limit),
      ...tierFloors.map((tier) => tier.floor),
      0.12,
      29,
    ]);
    const pricesIn = (text: string): number[] => {
      const { code } = transformSync(text, { loader: 'ts', supported: { 'template-literal': false } });
      const bare = code
        .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
        .replace(/\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, '""');
      // Limits of length such as 40 or 60 are whole numbers too: only fractions and caps can be mistaken for prices.
      return [...bare.matchAll(/(?<![\w.])(\d*\.\d+|39|49|29)(?![\w.])/g)]
        .map((match) => Number(match[1]))
        .filter((value) => priced.has(value));
    };
    expect(pricesIn('const a = x ? 0.87 : 39; const b = `0.6 ${a}`; // 0.5')).toEqual([0.87, 39]);
    expect(
      core.filter(
        (file) => !/^lib\/scan\/(dimensions\/|score\/methodology)/.test(file) && pricesIn(read(file)).length > 0,
      ),
    ).toEqual([]);
  });
});

describe('the catalogue of judging', () => {
  const kinds = [
    { folder: 'signals', registry: signals },
    { folder: 'anti-patterns', registry: antiPatterns },
  ] as const;
  const methodologyDoc = read('docs/methodology.md');

  describe.each(kinds)('$folder', ({ folder, registry }) => {
    const files = filesUnder(`lib/scan/judge/${folder}`);
    const own = files.map((file) => basename(file, '.ts'));

    it('every file is registered under its name, and nothing else is', () =>
      expect(registry.map(({ meta }): string => meta.id).sort()).toEqual(own.sort()));
    it('every registered object is the one of its file', async () => {
      const registered: unknown[] = [...registry];
      for (const name of own) {
        const exported = (await import(join(root, `lib/scan/judge/${folder}/${name}.ts`))) as Record<string, unknown>;
        expect(Object.values(exported).filter((value) => registered.includes(value))).toHaveLength(1);
      }
    });
    it.each(files)('%s has its mirror among the tests', (file) =>
      expect(existsSync(join(root, file.replace(/^lib/, 'tests/unit').replace(/\.ts$/, '.test.ts')))).toBe(true),
    );
    it('every id stands in docs/methodology.md', () => {
      for (const { meta } of registry) expect(methodologyDoc).toContain(`\`${meta.id}\``);
    });
  });

  it('every grant is a flow, once, with a table of its own among the tests', () => {
    expect(flows.map(({ meta }): string => meta.id).sort()).toEqual([...grantIds].sort());
    for (const { meta } of flows)
      expect(existsSync(join(root, `tests/unit/scan/judge/flows/${meta.id.replaceAll('_', '-')}.test.ts`))).toBe(true);
  });

  it('every signal has a ladder and a group, and asks what docs/methodology.md asks', () => {
    expect(Object.keys(ladders).sort()).toEqual(signals.map(({ meta }): string => meta.id).sort());
    for (const { meta } of signals) {
      expect(methodologyDoc).toContain(meta.question.split(',')[0]);
    }
  });

  it('every checklist item has a title', () =>
    expect(checklist.filter((item) => item.meta.title.length < 10)).toEqual([]));
});

describe('what the documents for developers say', () => {
  const tops = /^(?:app|artefacts|components|content|docs|lib|prisma|public|scripts|tests|worker)\//;
  const stageFolders =
    /^(?:apart|dimensions|fix|http|judge|look|read|redact|render|report|schema|score|target|verify)\//;
  const named = (document: string): string[] =>
    [...read(document).matchAll(/`([\w./-]+)`/g)].flatMap(([, path = '']) => {
      if (tops.test(path)) return [path];
      return stageFolders.test(path) ? [`lib/scan/${path}`] : [];
    });

  it.each(['CONTRIBUTING.md', 'README.md', 'docs/architecture.md'])('%s names files that are there', (document) =>
    expect(named(document).filter((path) => !existsSync(join(root, path)))).toEqual([]),
  );

  it('walks one value through files of the engine', () => {
    const walk = /A walk of one value.*?\n\n/s.exec(read('docs/architecture.md'))?.[0] ?? '';
    const files = [...walk.matchAll(/`((?:[a-z-]+\/)*[a-z-]+\.ts)`/g)].map(([, path = '']) => `lib/scan/${path}`);
    expect(files.filter((file) => !engine.includes(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });
});

describe('tests/hostile', () => {
  const files = readdirSync(join(root, 'tests/hostile')).filter((name) => name.endsWith('.test.ts'));

  // A family without figures would be missing from what `npm run hostile` prints, and nobody would see that.
  it.each(files)('%s tells how many attacks it tried and what came of them', (name) => {
    expect(readFileSync(join(root, 'tests/hostile', name), 'utf8')).toMatch(/^account\('/m);
  });
});
