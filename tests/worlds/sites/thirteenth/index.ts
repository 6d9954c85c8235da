/**
 * Ten organisations written from documentation by a writer who has opened neither the engine nor a report.
 */
import type { World } from '../../lib/world.ts';
import { alchemy } from './alchemy.ts';
import { bcda } from './bcda.ts';
import { chicago } from './chicago.ts';
import { fakturoid } from './fakturoid.ts';
import { feishu } from './feishu.ts';
import { linkedin } from './linkedin.ts';
import { openproject } from './openproject.ts';
import { orange } from './orange.ts';

export const thirteenth: readonly World[] = [orange, fakturoid, bcda, alchemy, openproject, feishu, linkedin, chicago];
