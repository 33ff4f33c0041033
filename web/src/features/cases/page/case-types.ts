import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type CaseView = Schemas['CaseView'];
export type ClockView = Schemas['ClockView'];
export type OpenAction = Schemas['OpenAction'];
export type HistoryLine = Schemas['HistoryLine'];
export type ContactView = Schemas['ContactView'];
export type TakenBackContact = Schemas['TakenBackContact'];
export type PersonView = Schemas['CasePersonView'];
export type WorkflowView = Schemas['WorkflowView'];
export type WorkflowAction = Schemas['ActionView'];
export type BriefView = Schemas['CaseBrief'];
