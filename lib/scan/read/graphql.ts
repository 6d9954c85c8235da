/** Reads what a GraphQL server tells of its schema, and which of its fields show how it treats callers who bring nothing. */
import { isObject, own, readJson } from './json-body.ts';
import { Names } from '../names.ts';

const named = 'name kind ofType{name kind ofType{name kind ofType{name kind}}}';
/** The fields of the root types (GraphQL §4.2), as far as a choice among them takes. */
export const introspection = JSON.stringify({
  query: `{__schema{queryType{name fields{name args{defaultValue type{kind}} type{${named}}}} mutationType{fields{name}}}}`,
});

/** Fields about whoever calls. */
const caller = new Names(
  'me viewer currentuser current_user whoami self loggedinuser session account myaccount profile',
);
/** Fields about the server itself: anybody may read them. */
const about = new Names(
  'version health status ping hello node nodeid nodes query _service _entities _empty _meta meta info',
);
/** Mutations by which callers become somebody. */
const signsIn = /^(?:log_?in|sign_?in|sign_?up|authenticate|token|create_?token|obtain|register|refresh)/i;

export interface GraphqlQuestion {
  field: string;
  /** What is posted: the field, and of an object only the name of its type. */
  body: string;
}

export interface GraphqlSchema {
  /** Fields that take no argument; one about the caller leads. */
  questions: GraphqlQuestion[];
  /** The schema knows who calls: a field about the caller, or a mutation to sign in. */
  knowsCallers: boolean;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The type behind lists and non-null (GraphQL §3.11, §3.12). */
function innermost(type: unknown): { name: string; kind: string } {
  let inner = type;
  while (isObject(inner) && isObject(own(inner, 'ofType'))) inner = own(inner, 'ofType');
  return isObject(inner)
    ? { name: textOf(own(inner, 'name')), kind: textOf(own(inner, 'kind')) }
    : { name: '', kind: '' };
}

const needsNothing = (argument: unknown): boolean => {
  const type = isObject(argument) ? own(argument, 'type') : null;
  return isObject(type) && own(type, 'kind') !== 'NON_NULL';
};

/** Reads the answer to `introspection`; null when it holds no schema. Never throws. */
export function readGraphqlSchema(text: string): GraphqlSchema | null {
  const read = readJson(text);
  const data = read.ok && isObject(read.value) ? own(read.value, 'data') : null;
  const schema = isObject(data) ? own(data, '__schema') : null;
  const root = isObject(schema) ? own(schema, 'queryType') : null;
  if (!isObject(schema) || !isObject(root)) return null;
  const mutations = own(schema, 'mutationType');
  const fields = list(own(root, 'fields')).filter(isObject);
  const nameOf = (field: object) => textOf(isObject(field) ? own(field, 'name') : null);
  const isCaller = (field: object) => caller.has(nameOf(field).toLowerCase());
  const questions = fields
    .filter((field) => /^\w{1,80}$/.test(nameOf(field)) && !about.has(nameOf(field).toLowerCase()))
    .filter((field) => list(own(field, 'args')).every(needsNothing))
    .map((field) => ({ field, type: innermost(own(field, 'type')) }))
    .filter(({ type }) => type.name !== own(root, 'name') && type.kind !== '')
    .toSorted((a, b) => Number(isCaller(b.field)) - Number(isCaller(a.field)))
    .map(({ field, type }) => ({
      field: nameOf(field),
      body: JSON.stringify({
        query: /^(?:SCALAR|ENUM)$/.test(type.kind) ? `{${nameOf(field)}}` : `{${nameOf(field)}{__typename}}`,
      }),
    }));
  return {
    questions,
    knowsCallers:
      fields.some(isCaller) ||
      (isObject(mutations) &&
        list(own(mutations, 'fields'))
          .filter(isObject)
          .some((field) => signsIn.test(nameOf(field)))),
  };
}

/** Whether an answer holds a value of the field that was asked for; an empty list or null tells nothing. Never throws. */
export function answersField(text: string, field: string): boolean {
  const read = readJson(text);
  const data = read.ok && isObject(read.value) ? own(read.value, 'data') : null;
  const value = isObject(data) ? own(data, field) : null;
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
