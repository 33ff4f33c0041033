// Written by scripts/api-types.mjs from the API document. Do not edit.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["checkLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 503 while the database does not answer or its file was replaced, the disk takes no write, the queue or the virus
         *     scanner (where there is one) does not answer, or no sweep has succeeded lately. A clock behind the last line of
         *     history is a warning.
         */
        get: operations["checkReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The access log: who did and read what, newest first. */
        get: operations["listHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every action the log may be asked for. */
        get: operations["listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the chain ended each day, one JSON line per day: keep it away from the server, for `audit:verify --heads`. */
        get: operations["downloadHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["signInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a password. With a second factor, the answer asks for its code. */
        post: operations["openSession"];
        delete: operations["closeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a sign-in. */
        post: operations["giveCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where to go to sign in with the identity server. */
        post: operations["startOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oidc/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with what the identity server sent the browser back with. */
        post: operations["finishOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAccounts"];
        put?: never;
        /** Invites somebody: the account has no password until the person sets one with the code. */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names and roles, for whoever gives a case to somebody. */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each person signs in: invited, second factor, delayed. */
        get: operations["listAccountStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeUnit"];
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wards directly below. */
        get: operations["listUnits"];
        put?: never;
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/residential-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listResidentialGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Someone who left is made inactive: the cases go to the supervisors' list of ownerless cases. */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/accounts/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new code for somebody invited, or for a forgotten password; the old password and code end at once. */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The telephone is gone: the next sign-in asks for the password alone. */
        delete: operations["resetSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets somebody try again at once after too many failed sign-ins. */
        delete: operations["liftDelay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The next sign-in with the identity server finds the account anew. */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the password, ends the other sessions and gives this one a new secret. */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Signs out everywhere but here. */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endOneSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSecondFactor"];
        put?: never;
        /** A new secret for an authenticator; it counts once a code is confirmed. */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor on, ends the other sessions, and gives the recovery codes. */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["giveUpSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose invitation it is. A question with a body, so that the code stands in no address. */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the password; the code is used up. */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStandIns"];
        put?: never;
        post: operations["nameStandIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stand-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endStandIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["findCases"];
        put?: never;
        /** Opens a case. */
        post: operations["openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case by its number or its code. */
        get: operations["showCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a step of the workflow. */
        post: operations["actOnCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["linkCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["mergePetition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/undo-merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A dated visit, persuasion, dialogue or offer. */
        post: operations["addContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/contacts/{contact}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a contact recorded by mistake. */
        post: operations["takeBackContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a colleague, or the unit above, read the case. */
        post: operations["showCaseTo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/shares/{share}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A paper with its scan: multipart fields `name`, `number`, `on` before the part `file`. */
        post: operations["addDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/documents/{document}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scan, as a download. */
        get: operations["downloadDocument"];
        put?: never;
        /** A scan of a protected petition, as a download. */
        post: operations["openPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The case with whole identity numbers, and of a protected petition who wrote it and what. */
        post: operations["openSecrets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The clocks that opening this case would start. Nothing is written, and no number is promised. */
        post: operations["previewCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One act on many cases, each for itself. */
        post: operations["workInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Petitions of the unit that look like the one being typed. A body: an address stays in logs and in the browser. */
        post: operations["findSimilar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Citizens by name or by identity number, with their files. */
        post: operations["findPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workflows/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One kind, with the Vietnamese words for the papers, fields and clocks its actions name. */
        get: operations["showWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the queue stands, and the last sweeps of the ledger. */
        get: operations["showQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminder-ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLadders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminder-ladders/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setLadder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/due-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** When a term of this rule ends if it is triggered on that day, with the proof. */
        post: operations["countDueDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lunar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lunar day of a legal day; exhumation follows it. */
        get: operations["lunarDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes days off and worked Saturdays; with `preview` it only tells which due dates would move. */
        post: operations["changeCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showBacklog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holdouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHoldouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["myWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/graves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of graves, of one project or of all. */
        get: operations["listGraves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reception": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ward's reception days with the session on each. */
        get: operations["listReception"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wards below a province or city, counted. */
        get: operations["listWards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: what other people of the unit have just changed. Each `data` line is one event. */
        get: operations["listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My own views and those shared in the unit. */
        get: operations["listViews"];
        put?: never;
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch: operations["changeView"];
        trace?: never;
    };
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules, the cases whose time is over, and those on hold. */
        get: operations["showRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases names, texts and scans of cases that are due. */
        post: operations["eraseCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the retention clock of a case, or lets it run on. */
        post: operations["holdCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything held on one citizen, as a file. */
        post: operations["exportPersonalData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be printed, by which rules, and which periods are closed. */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The days of a quarter, half year, nine months or year, by the cut-off in force. */
        get: operations["showPeriod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases behind one figure. */
        get: operations["listCasesBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/narrative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sections on clearance and on petitions, in the ward's own manner. */
        get: operations["showNarrative"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/narrative/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The narrative as it was edited, as a Word file. */
        post: operations["downloadNarrative"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files a period: its figures print the same for ever. */
        post: operations["closePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ward-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Guidance, classes, inspections and dialogues of a period. */
        get: operations["listEvents"];
        put?: never;
        post: operations["addEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ward-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as Excel or csv, with the same filters and order as on the screen. */
        get: operations["downloadList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showFeed"];
        put?: never;
        /** A new secret address; the one before stops answering. */
        post: operations["renewFeed"];
        delete: operations["revokeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/due-dates/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whoever has the address reads it, as calendar programs do not sign in. */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those that may be written for the case, and those that were. */
        get: operations["listLetters"];
        put?: never;
        /** Numbers the letter and files it with the case. */
        post: operations["writeLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/letters/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a letter would lack, the number it would take, the rules it rests on. Nothing is written. */
        post: operations["lookAtLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/letters/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The letter without a number, to be looked at. */
        post: operations["previewLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/letters/{letter}/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How it reached whom it is for. */
        post: operations["serveLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The book of outgoing letters for a period. */
        get: operations["showLetterBook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letter-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of letter with the ward's own versions, and every field a template may hold. */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letter-templates/{kind}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The built-in template, or a version of the ward's own by its id. */
        get: operations["downloadTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letter-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A version of the ward's own; refused with every field named that there is none of. */
        post: operations["uploadTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letter-templates/{kind}/in-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The built-in template again (`null`), or an earlier version. */
        put: operations["useTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest ones: one's own; of a supervisor the unit's. */
        get: operations["listImports"];
        put?: never;
        /** Hands a workbook in; the answer shows its first rows and how its columns were understood. */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/samples/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workbook with the headers and one example. */
        get: operations["downloadImportSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/current/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the officer may list of a kind, in the columns of its import; handed in again it changes nothing. */
        get: operations["downloadImportCurrent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of the dry run. */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the dry run. */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts writing what the dry run showed, all in one transaction. */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes all of it back, or nothing where somebody has worked on one of its cases. */
        post: operations["takeBackImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAccountImports"];
        put?: never;
        post: operations["uploadAccountImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadAccountImportSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts in use, in the columns of their import, without any secret. */
        get: operations["downloadAccountImportCurrent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showAccountImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAccountImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkAccountImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applyAccountImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-imports/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeBackAccountImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those chosen, those there are, and how carrying them stands. */
        get: operations["showWebhookEvents"];
        /** Each is posted after its commit as a `WebhookEventView`, signed, in order, at least once (docs/webhooks.md). */
        put: operations["chooseWebhookEvents"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        HealthCheck: {
            /**
             * Format: date-time
             * @description Of the sweep of reminders, of the backup.
             * @example 2023-06-15T01:30:00.000Z
             */
            lastGoodAt?: string;
            ok: boolean;
            /** @description Names the fault: `storage-full`, `database-away`, `database-replaced`… */
            code?: string;
            /** @description Why it is not. */
            why?: string;
            /** @description Works, but somebody should look. */
            warning?: string;
        };
        HealthChecks: {
            database: components["schemas"]["HealthCheck"];
            /** @description The disk with the data and the uploaded files. */
            storage: components["schemas"]["HealthCheck"];
            /** @description The machine's clock beside the last line of history. */
            clock: components["schemas"]["HealthCheck"];
            queue: components["schemas"]["HealthCheck"];
            sweep: components["schemas"]["HealthCheck"];
            /** @description Where a virus scanner is configured. */
            scanner?: components["schemas"]["HealthCheck"];
            /** @description Does not make the program unavailable. Absent: no backup is scheduled. */
            backup?: components["schemas"]["HealthCheck"];
        };
        Readiness: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            checks: components["schemas"]["HealthChecks"];
        };
        NamesView: {
            vi: string;
            en: string;
        };
        AuditLine: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date
             * @description The day the act took place, which may be earlier than `at`.
             * @example 2023-06-15
             */
            onDay: string | null;
            id: number;
            /** @description Place in the chain of the unit. */
            seq: number;
            /** @description Null: the product itself. */
            by: string | null;
            /** @description On leave: for whom the author stood in. */
            forName: string | null;
            /** @description Network address the author wrote from. */
            address: string | null;
            action: string;
            actionName: components["schemas"]["NamesView"];
            /** @description Of the case. */
            code: string | null;
            fromState: components["schemas"]["NamesView"] | null;
            toState: components["schemas"]["NamesView"] | null;
            /** @description Of what belongs to no case: accounts, unit, calendar. */
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            /** @description The reason of a reading, or of what belongs to no case. */
            note: string | null;
            /** @description What the entry said has been erased by rule. */
            erased: boolean;
            illustrative: boolean;
        };
        AuditHead: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            seq: number;
            hash: string;
        };
        AuditPage: {
            /** @description Newest first. */
            items: components["schemas"]["AuditLine"][];
            /** @description `before` of the next page; null on the last. */
            next: number | null;
            head: components["schemas"]["AuditHead"] | null;
        };
        AuditAction: {
            name: string;
            /** @description `case`, `account`, `unit`, or the kind of case it is a step of. */
            group: string;
            vi: string;
            en: string;
        };
        SignInOptionsView: {
            /** @description The identity server of the province. */
            identityServer: boolean;
        };
        /** @enum {string} */
        Role: "admin" | "auditor" | "clerk" | "officer" | "supervisor";
        OfficerView: {
            role: components["schemas"]["Role"];
            id: number;
            unitId: number;
            name: string;
        };
        NeedsCodeView: {
            /** @enum {string} */
            needs: "code";
        };
        SignInDto: {
            login: string;
            password: string;
        };
        SignInCodeDto: {
            /** @description Six digits of the authenticator, or a recovery code. */
            code: string;
        };
        OidcStartDto: {
            /** @description The screen to return to: a path of this site. */
            screen?: string;
        };
        OidcStartView: {
            /** @description The identity server's page to go to. */
            url: string;
        };
        OidcFinishDto: {
            /** @description What the identity server sent the browser back with: `?code=…&state=…`. */
            query: string;
        };
        OidcFinishView: {
            /**
             * @description `code`: the second factor is asked for next.
             * @enum {string|null}
             */
            needs: "code" | null;
            /** @description The screen asked for before the sign-in. */
            screen: string;
        };
        AccountView: {
            role: components["schemas"]["Role"];
            id: number;
            login: string;
            name: string;
            /** @description False: the person left; authorship stays. */
            active: boolean;
            email: string | null;
            /** @enum {string} */
            scope: "groups" | "own" | "unit";
            /** @description Residential groups of the scope `groups`. */
            groupIds: number[];
        };
        ColleagueView: {
            role: components["schemas"]["Role"];
            id: number;
            name: string;
            /** @description False: the person left; authorship stays. */
            active: boolean;
        };
        AccountStateView: {
            /**
             * Format: date-time
             * @description Until when the open invitation is good; null: there is none.
             * @example 2023-06-15T01:30:00.000Z
             */
            invitedUntil: string | null;
            /**
             * Format: date-time
             * @description Too many failed sign-ins: until when the next is refused unheard.
             * @example 2023-06-15T01:30:00.000Z
             */
            delayedUntil: string | null;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            lastSeenAt: string | null;
            id: number;
            /** @description False: invited, or reset, and no password set since. */
            hasPassword: boolean;
            secondFactor: boolean;
            /** @description Linked to a subject of the identity server. */
            identityLinked: boolean;
        };
        UnitView: {
            id: number;
            code: string;
            name: string;
            parent: string | null;
            province: string | null;
            remoteArea: boolean;
            /** @description 0 Sunday … 6 Saturday. */
            receptionWeekday: number;
            webhookUrl: string | null;
            /** @description Administrators and supervisors need a second factor. */
            requireSecondFactor: boolean;
        };
        ChangeUnitDto: {
            code?: string;
            name?: string;
            parent?: string;
            province?: string;
            /** @description Administrators and supervisors need a second factor. */
            requireSecondFactor?: boolean;
            /**
             * Format: uri
             * @description Null turns the webhook off.
             */
            webhookUrl?: string | null;
            webhookSecret?: string;
            addResidentialGroups?: string[];
            /** @description Remote areas have longer complaint terms (Luật Khiếu nại 2011, Điều 28, 37). */
            remoteArea?: boolean;
            /** @description 0 Sunday … 6 Saturday. */
            receptionWeekday?: number;
        };
        CreateUnitDto: {
            code: string;
            name: string;
            adminLogin: string;
            adminName: string;
            /** Format: email */
            adminEmail?: string;
            /** @description Remote areas have longer complaint terms (Luật Khiếu nại 2011, Điều 28, 37). */
            remoteArea?: boolean;
            /** @description 0 Sunday … 6 Saturday. */
            receptionWeekday?: number;
        };
        InvitationView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            expiresAt: string;
            code: string;
            /** @description The screen that takes the code. */
            url: string;
            /** @description Where it is also being mailed; null: hand it over yourself. */
            mailedTo: string | null;
        };
        CreatedUnitView: {
            id: number;
            code: string;
            name: string;
            parent: string | null;
            province: string | null;
            remoteArea: boolean;
            /** @description 0 Sunday … 6 Saturday. */
            receptionWeekday: number;
            webhookUrl: string | null;
            /** @description Administrators and supervisors need a second factor. */
            requireSecondFactor: boolean;
            invitation: components["schemas"]["InvitationView"];
        };
        ResidentialGroupView: {
            id: number;
            name: string;
        };
        CreateAccountDto: {
            login: string;
            name: string;
            /** Format: email */
            email?: string;
            /** @enum {string} */
            role: "admin" | "auditor" | "clerk" | "officer" | "supervisor";
            /**
             * @description Left out: the whole unit.
             * @enum {string}
             */
            scope?: "groups" | "own" | "unit";
            /** @description Of the scope `groups`. */
            groupIds?: number[];
        };
        CreatedAccountView: {
            role: components["schemas"]["Role"];
            id: number;
            login: string;
            name: string;
            /** @description False: the person left; authorship stays. */
            active: boolean;
            email: string | null;
            /** @enum {string} */
            scope: "groups" | "own" | "unit";
            /** @description Residential groups of the scope `groups`. */
            groupIds: number[];
            invitation: components["schemas"]["InvitationView"];
        };
        UpdateAccountDto: {
            name?: string;
            /** Format: email */
            email?: string;
            /** @enum {string} */
            role?: "admin" | "auditor" | "clerk" | "officer" | "supervisor";
            active?: boolean;
            /** @enum {string} */
            scope?: "groups" | "own" | "unit";
            /** @description Of the scope `groups`; given, they take the place of those before. */
            groupIds?: number[];
        };
        UnitAbove: {
            id: number;
            name: string;
        };
        MyUnit: {
            code: string;
            name: string;
            /** @description 0 Sunday … 6 Saturday. */
            receptionWeekday: number;
            /** @description The unit above (province, city), to which a case may be reported. */
            above: components["schemas"]["UnitAbove"] | null;
        };
        StoodInFor: {
            /**
             * Format: date
             * @description The last day, included.
             * @example 2023-06-15
             */
            toDay: string;
            id: number;
            name: string;
        };
        MeView: {
            role: components["schemas"]["Role"];
            /**
             * Format: date
             * @description The legal day in Asia/Ho_Chi_Minh by the product's clock; every "days left" counts from it.
             * @example 2023-06-15
             */
            today: string;
            id: number;
            unitId: number;
            name: string;
            login: string;
            unit: components["schemas"]["MyUnit"];
            unreadNotices: number;
            /**
             * @description How far in the unit the reader sees.
             * @enum {string}
             */
            scope: "groups" | "own" | "unit";
            standsInFor: components["schemas"]["StoodInFor"][];
            /** @description Until a second factor is set up, only the routes under /api/me answer. */
            mustSetUpSecondFactor: boolean;
        };
        ChangePasswordDto: {
            current: string;
            /** @description How long it may be is the password policy's to say, in its own words. */
            next: string;
        };
        SessionView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @description To the minute.
             * @example 2023-06-15T01:30:00.000Z
             */
            lastSeenAt: string;
            id: string;
            /** @description What the browser says it is. */
            browser: string | null;
            address: string | null;
            /** @description The one this question came with. */
            current: boolean;
        };
        FactorStateView: {
            /**
             * Format: date-time
             * @description Null: off.
             * @example 2023-06-15T01:30:00.000Z
             */
            since: string | null;
            /** @description The unit demands it of this role. */
            demanded: boolean;
            recoveryCodesLeft: number;
        };
        ConfirmDto: {
            password: string;
        };
        QrView: {
            size: number;
            path: string;
        };
        NewFactorView: {
            /** @description Base32, for typing in where no camera is at hand. */
            secret: string;
            uri: string;
            qr: components["schemas"]["QrView"];
        };
        FactorCodeDto: {
            code: string;
        };
        RecoveryCodesView: {
            codes: string[];
        };
        InvitationCodeDto: {
            code: string;
        };
        InvitedView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            expiresAt: string;
            name: string;
            login: string;
            unitName: string;
            /** @enum {string} */
            purpose: "invitation" | "reset";
        };
        AcceptInvitationDto: {
            code: string;
            /** @description How long it may be is the password policy's to say, in its own words. */
            password: string;
        };
        StandInView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            fromDay: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            toDay: string;
            id: number;
            accountId: number;
            accountName: string;
            standInId: number;
            standInName: string;
            /** @description Null also for who is not concerned. */
            reason: string | null;
        };
        StandInDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            fromDay: string;
            /**
             * Format: date
             * @description The last day, included.
             * @example 2023-06-15
             */
            toDay: string;
            /** @description Who is away; left out: the asker. */
            accountId?: number;
            standInId: number;
            reason?: string;
        };
        /** @enum {string} */
        Kind: "citizen-petition" | "compensation-project" | "grave-relocation" | "household-file" | "reception-session";
        /** @enum {string} */
        Variant: "complaint" | "denunciation" | "proposal" | "reflection" | "request";
        /** @enum {string} */
        Phase: "closed" | "holdout" | "open" | "waiting";
        /** @enum {string} */
        HoldoutReason: "absent" | "area_dispute" | "house_cut_by_line" | "inheritance" | "land_origin" | "legal_file" | "mortgage" | "other" | "price";
        CaseSummary: {
            kind: components["schemas"]["Kind"];
            variant: components["schemas"]["Variant"] | null;
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            stateSince: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            openedOn: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            receivedAt: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            closedOn: string | null;
            holdoutReason: components["schemas"]["HoldoutReason"] | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaRecoveredM2: string | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaDonatedM2: string | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaNotifiedM2: string | null;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            amountVnd: number | null;
            /**
             * Format: date
             * @description Earliest due date among duties that run, or were late when they were paused.
             * @example 2023-06-15
             */
            nextDueOn: string | null;
            id: number;
            kindVi: string;
            kindEn: string;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
            /** @description How the case ended. */
            outcome: string | null;
            /** @description Calendar days. */
            daysInState: number;
            /** @description To be given back with every write. */
            version: number;
            assigneeId: number | null;
            assigneeName: string | null;
            /** @description A protected petition: people, texts and papers are opened with a reason, by those who may. */
            protected: boolean;
            residentialGroupId: number | null;
            residentialGroupName: string | null;
            projectId: number | null;
            householdId: number | null;
            mergedIntoId: number | null;
            overdue: boolean;
            /** @description Calendar days past `nextDueOn`; 0 when not overdue. */
            daysLate: number;
            /** @description Overdue, and the clock is paused: the days late do not grow. */
            standsStill: boolean;
            /** @description Names of fields and days filled in for demonstration. */
            illustrative: string[];
        };
        CasePage: {
            /** @description Under the same filter, on all pages. */
            total: number;
            items: components["schemas"]["CaseSummary"][];
            /** @description To be given back as `cursor`; null on the last page. */
            nextCursor: string | null;
        };
        PaperDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on?: string;
            name: string;
            number?: string;
        };
        PersonDto: {
            /** @enum {string} */
            role: "holder" | "kin" | "petitioner" | "signatory";
            personId?: number;
            name?: string;
            /** @description CMND 9 digits or CCCD 12 digits, as text: a leading 0 belongs to it. */
            idNumber?: string;
            phone?: string;
            address?: string;
        };
        OpenCaseDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on?: string;
            /** @enum {string} */
            kind: "citizen-petition" | "compensation-project" | "grave-relocation" | "household-file" | "reception-session";
            title?: string;
            code?: string;
            receivedAt?: string;
            fields?: {
                [key: string]: unknown;
            };
            documents?: components["schemas"]["PaperDto"][];
            people?: components["schemas"]["PersonDto"][];
            /** @description Code of the project. */
            project?: string;
            household?: string;
            firstPetition?: string;
            residentialGroupId?: number;
            assigneeId?: number;
            note?: string;
        };
        Changed: {
            id: number;
            code: string;
            state: string;
            /** @description To be given back with the next write. */
            version: number;
        };
        AssigneeView: {
            id: number;
            name: string;
            active: boolean;
        };
        /** @enum {string} */
        FieldName: "amountVnd" | "anonymous" | "answer" | "areaDonatedM2" | "areaM2" | "areaNotifiedM2" | "areaRecoveredM2" | "buriedOn" | "channel" | "competentBody" | "conclusion" | "content" | "deceased" | "decisionBy" | "decisionDate" | "decisionNumber" | "delegated" | "denounced" | "dialogueOn" | "diedOn" | "effectiveOn" | "enforcementDays" | "field" | "finding" | "grade" | "graveKind" | "graveNumber" | "holderSigned" | "holdoutReason" | "host" | "investor" | "kin" | "landUse" | "leadersToDiscipline" | "lengthKm" | "letters" | "matters" | "mattersToPolice" | "newPlot" | "noticeDays" | "noticeOn" | "officialsHandled" | "opinionsOn" | "parcel" | "peopleHelped" | "peopleLandDoneM2" | "peopleLandM2" | "peopleMoneyDoneVnd" | "peopleMoneyVnd" | "personsToPolice" | "plannedMoveLunar" | "plannedMoveOn" | "protectSender" | "reason" | "reasonNote" | "receivedOn" | "returnOn" | "ruleSet" | "servedOn" | "sessionOn" | "staffToDiscipline" | "stateLandDoneM2" | "stateLandM2" | "stateMoneyDoneVnd" | "stateMoneyVnd" | "targetDays" | "visitors" | "witnesses" | "zone";
        CaseFieldView: {
            name: components["schemas"]["FieldName"];
            /** @description Areas are text in m², money whole đồng, days `YYYY-MM-DD`. */
            value: string | number | boolean;
            vi: string;
            /** @description Filled in for demonstration. */
            illustrative: boolean;
        };
        CasePersonView: {
            personId: number;
            /** @enum {string} */
            role: "holder" | "kin" | "petitioner" | "signatory";
            /** @description The case they came with: this one, or a petition merged into it. */
            caseId: number;
            name: string;
            /** @description CMND or CCCD, masked (`001*****1234`) unless opened with a reason. */
            idNumber: string | null;
            phone: string | null;
            address: string | null;
        };
        PetitionCounts: {
            letters: number;
            matters: number;
            people: number;
        };
        /** @enum {string} */
        ClockName: "appraisal" | "complaint-acceptance" | "complaint-dialogue-notice" | "complaint-final" | "complaint-limitation" | "complaint-resolution" | "complaint-resume-window" | "complaint-sending" | "complaint-suspension-sending" | "complaint-withdrawal" | "conclusion-publishing" | "conclusion-sending" | "denunciation-again" | "denunciation-check" | "denunciation-notice" | "denunciation-overdue-demand" | "denunciation-resolution" | "denunciation-transfer" | "denunciation-transferred-in" | "denunciation-withdrawal" | "deposit" | "dialogue" | "enforcement" | "enforcement-blackout" | "first-answer" | "grave-compensation" | "grave-notice" | "grave-unclaimed" | "handover-after-minutes" | "handover-after-persuasion" | "handover-persuasion" | "internal-target" | "inventory-after-persuasion" | "inventory-enforcement" | "inventory-persuasion" | "late-payment" | "lawsuit-window" | "mediation" | "notice-rewait" | "notice-unreachable" | "notice-validity" | "notice-wait" | "online-reception" | "payment" | "petition-alarm" | "petition-processing" | "plan-after-persuasion" | "plan-persuasion" | "plan-posting" | "plan-stale" | "recovery-decision" | "recovery-plan" | "refusal-notice" | "result-report-back" | "same-day-decisions" | "schedule-posting" | "second-acceptance" | "second-complaint-window" | "second-publishing" | "second-resolution" | "second-sending" | "ward-target" | "weekly-reception";
        /** @enum {string} */
        RuleKind: "accrual-per-day" | "blackout" | "discipline-limit" | "fixed-period" | "limitation" | "max" | "min-notice-before" | "min-period" | "min-wait" | "no-fixed-term" | "no-stay" | "practice" | "recurring-min" | "same-day" | "transitional" | "validity" | "waiver" | "whole-process";
        TermView: {
            value: number;
            /** @enum {string} */
            unit: "calendar-day" | "month" | "working-day";
        };
        SkippedDayView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            day: string;
            why: string;
        };
        DueDateView: {
            /**
             * Format: date
             * @description Last day of the term; for a backward count the last day the notice may go out.
             * @example 2023-06-15
             */
            date: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            triggerDay: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            firstDayCounted: string;
            /**
             * Format: date
             * @description The last day before it was moved off a day off.
             * @example 2023-06-15
             */
            rolledFrom?: string;
            /**
             * Format: date
             * @description Rolling forward is arguable for authorities: act by this day and nobody can object.
             * @example 2023-06-15
             */
            lastSafeWorkingDay: string;
            /**
             * Format: date
             * @description For waits: the first day on which the next step is lawful.
             * @example 2023-06-15
             */
            lawfulFrom?: string;
            /** @description Id of the rule. */
            rule: string;
            article: string;
            term: components["schemas"]["TermView"];
            skipped: components["schemas"]["SkippedDayView"][];
            /** @description What the date rests on that is not settled, in Vietnamese. */
            assumptions: string[];
            /** @enum {string} */
            basis: "found" | "recalled";
            /** @description 0 to 1. */
            confidence: number;
            needsReview: boolean;
        };
        ClockRule: {
            id: string;
            act: string;
            article: string;
            /** @description In Vietnamese. */
            meaning: string;
            /** @description Who acts, on the day of the trigger. */
            actor: string;
            /**
             * @description `found`: text seen in the named source. `recalled`: from memory, may be wrong.
             * @enum {string}
             */
            basis: "found" | "recalled";
            /** @description 0 to 1. */
            confidence: number;
            needsReview: boolean;
            note: string | null;
        };
        PauseView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to?: string;
        };
        ExtensionView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /** @enum {string} */
            grade: "complex" | "especially-complex";
            reason: string;
            documentNumber: string;
        };
        ClockView: {
            clock: components["schemas"]["ClockName"];
            kind: components["schemas"]["RuleKind"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            triggerOn: string;
            /**
             * Format: date
             * @description Null where the law sets no day, and while paused unless it had passed by then.
             * @example 2023-06-15
             */
            dueOn: string | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            stoppedOn: string | null;
            id: number;
            vi: string;
            en: string;
            /** @enum {string} */
            status: "paused" | "replaced" | "running" | "stopped" | "waived";
            /** @description Rises whenever the due date moves. */
            version: number;
            /** @description Calendar days from today, negative once past; null unless running. */
            daysLeft: number | null;
            /** @description Also of a clock that was late when it was paused. */
            overdue: boolean;
            proof: components["schemas"]["DueDateView"] | null;
            /** @description The proof as an officer would say it, or what the rule means. */
            words: string;
            rule: components["schemas"]["ClockRule"];
            pauses: components["schemas"]["PauseView"][];
            extensions: components["schemas"]["ExtensionView"][];
            /** @description Calendar days from trigger to stop. */
            daysUsed: number | null;
            /** @description Calendar days past the due date at the stop; while paused, at the pause. */
            daysLate: number | null;
            /** @description Id of the history line. */
            startedBy: number | null;
            /** @description Id of the history line. */
            stoppedBy: number | null;
        };
        /** @enum {string} */
        DocumentName: "acceptance-decision" | "acceptance-notice" | "adjusted-plan" | "answer-letter" | "appraisal-report" | "appraisal-request" | "broadcast-copy" | "cancellation-decision" | "closing-file" | "complaint-decision" | "complexity-record" | "compliance-minutes" | "compulsory-inventory-decision" | "compulsory_inventory_file" | "conclusion" | "conclusion-notice" | "content-notice" | "declaration" | "deposit-receipt" | "dialogue-invitation" | "dialogue-minutes" | "dispute-petition" | "donation-minutes" | "draft-plan" | "enforcement-block-report" | "enforcement-decision" | "enforcement-minutes" | "enforcement-plan" | "enforcement-service-minutes" | "exhumation-minutes" | "extension-decision" | "filing-slip" | "final-report" | "grave-declaration" | "grave-handover-minutes" | "grave-inventory-minutes" | "grave-notice" | "grave-survey" | "guidance-slip" | "handover-minutes" | "interim-notice" | "inventory-decision-service-minutes" | "inventory-enforcement-decision" | "inventory-enforcement-service-minutes" | "inventory-minutes" | "inventory-notice" | "judgment" | "kin-agreement" | "kinship-proof" | "landholder-list" | "late-claim-petition" | "lawsuit-notice" | "mediation-minutes" | "meeting-minutes" | "non-acceptance-notice" | "notice-service-minutes" | "notice-waiver" | "online-notice" | "opinion-minutes" | "origin-confirmation" | "payment-list" | "payment-receipt" | "payment-refusal-minutes" | "payment-slip" | "persuasion-minutes" | "petition" | "petition-receipt" | "plan-approval" | "plan-posting-minutes" | "posting-end-minutes" | "posting-minutes" | "postponement-notice" | "processing-slip" | "project-request" | "publication-record" | "reburial-record" | "reception-book" | "reception-schedule" | "recovery-decision" | "recovery-notice" | "recovery-plan" | "refusal-minutes" | "refusal-notice" | "reissued-notice" | "relocation-confirmation" | "relocation-contract" | "result-report" | "resumption-decision" | "rule-set-selection" | "second-decision" | "sending-record" | "site-check-minutes" | "split-guidance" | "stop-decision" | "supplement-request" | "suspension-decision" | "transfer-slip" | "unclaimed-confirmation" | "unknown-kin-minutes" | "verification-order" | "verification-report" | "withdrawal-letter" | "withdrawal-minutes" | "working-minutes" | "written-opinion";
        CaseDocumentView: {
            name: components["schemas"]["DocumentName"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            onDay: string | null;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            id: number;
            /** @description The case it came with: this one, or a petition merged into it. */
            caseId: number;
            nameVi: string;
            number: string | null;
            /** @description A scan can be downloaded. */
            hasFile: boolean;
            fileName: string | null;
            mediaType: string | null;
            /** @description Bytes. */
            size: number | null;
            accountId: number | null;
        };
        ContactView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            onDay: string;
            reason: components["schemas"]["HoldoutReason"] | null;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            amountVnd: number | null;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            id: number;
            /** @enum {string} */
            type: "dialogue" | "offer" | "persuasion" | "visit";
            /** @enum {string|null} */
            matter: "grave" | "handover" | "inventory" | "plan" | null;
            note: string | null;
            accountId: number | null;
        };
        TakenBackContact: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            onDay: string;
            reason: components["schemas"]["HoldoutReason"] | null;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            amountVnd: number | null;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            takenBackAt: string;
            /** @description Name of the person. */
            takenBackBy: string | null;
            takenBackReason: string;
            id: number;
            /** @enum {string} */
            type: "dialogue" | "offer" | "persuasion" | "visit";
            /** @enum {string|null} */
            matter: "grave" | "handover" | "inventory" | "plan" | null;
            note: string | null;
            accountId: number | null;
        };
        HistoryLine: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date
             * @description The day the act took place, which may be earlier than `at`.
             * @example 2023-06-15
             */
            onDay: string | null;
            id: number;
            accountId: number | null;
            /** @description Name of the person; null for the product itself. */
            by: string | null;
            /** @description Name of the handler on leave for whom the person acted. */
            forName: string | null;
            /** @description A step of the workflow, or `open`, `correct`, `assign`, `contact-visit`… */
            action: string;
            actionVi: string;
            fromState: string | null;
            toState: string | null;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            note: string | null;
            /** @description The day is filled in for demonstration. */
            illustrative: boolean;
        };
        CaseBrief: {
            kind: components["schemas"]["Kind"];
            id: number;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
        };
        CaseLinks: {
            project: components["schemas"]["CaseBrief"] | null;
            household: components["schemas"]["CaseBrief"] | null;
            firstPetition: components["schemas"]["CaseBrief"] | null;
            mergedInto: components["schemas"]["CaseBrief"] | null;
            /** @description Petitions merged into this one. */
            duplicates: components["schemas"]["CaseBrief"][];
            petitions: components["schemas"]["CaseBrief"][];
            graves: components["schemas"]["CaseBrief"][];
        };
        CaseReminder: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            dueOn: string | null;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            sendAt: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            sentAt: string | null;
            id: number;
            deadlineId: number | null;
            /** @description `before-7`: seven calendar days ahead; `escalate-0`: to the supervisors on the day. */
            rung: string;
            recipientId: number;
            /** @enum {string} */
            status: "planned" | "sent" | "withdrawn";
        };
        CaseShareView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @description Null while it lasts.
             * @example 2023-06-15T01:30:00.000Z
             */
            endedAt: string | null;
            id: number;
            /** @description A person, or the unit above. */
            to: string;
            by: string;
            reason: string;
        };
        NeededPaper: {
            document: components["schemas"]["DocumentName"];
            vi: string;
            /** @description The one in the file is enough; otherwise it comes with the step. */
            inFile: boolean;
        };
        AskedField: {
            field: components["schemas"]["FieldName"];
            required: boolean;
            vi: string;
            /**
             * @description `day` is `YYYY-MM-DD`, `vnd` whole đồng, `area` m² as text, `choice` a key of `of`.
             * @enum {string}
             */
            type: "area" | "boolean" | "choice" | "day" | "integer" | "text" | "vnd";
            /** @description The Vietnamese words of each choice. */
            of?: {
                [key: string]: string;
            };
            /** @description The smallest integer. */
            least?: number;
        };
        Fault: {
            document?: components["schemas"]["DocumentName"];
            /** @description The one value the field may have for this step. */
            only?: string | number | boolean;
            clock?: components["schemas"]["ClockName"];
            /**
             * Format: date
             * @description The first day on which the step is lawful.
             * @example 2023-06-15
             */
            lawfulFrom?: string;
            /** @description The clocks to choose from. */
            clocks?: components["schemas"]["ClockName"][];
            code: string;
            field?: string;
            /** @description A Vietnamese sentence that says what to mend. */
            detail: string;
            /** @description The present version of the case. */
            version?: number;
            /** @description What the other officer did meanwhile. */
            action?: string;
            /** @description The present state of the case. */
            state?: string;
        };
        OpenAction: {
            /** @description The one value each of these fields may have. */
            only: {
                [key: string]: string | number | boolean;
            };
            action: string;
            vi: string;
            en: string;
            /** @description The state it leads to. */
            to: string;
            toVi: string;
            /** @description Off the usual road, or done already: told last. */
            aside: boolean;
            needs: components["schemas"]["NeededPaper"][];
            fields: components["schemas"]["AskedField"][];
            /** @description What bars it today, papers and fields aside that come with it. Empty: it may be done. */
            lacks: components["schemas"]["Fault"][];
        };
        CaseView: {
            kind: components["schemas"]["Kind"];
            variant: components["schemas"]["Variant"] | null;
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            stateSince: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            openedOn: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            receivedAt: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            closedOn: string | null;
            holdoutReason: components["schemas"]["HoldoutReason"] | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaRecoveredM2: string | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaDonatedM2: string | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaNotifiedM2: string | null;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            amountVnd: number | null;
            /**
             * Format: date
             * @description Earliest due date among duties that run, or were late when they were paused.
             * @example 2023-06-15
             */
            nextDueOn: string | null;
            /**
             * Format: date-time
             * @description When its personal part was erased by rule.
             * @example 2023-06-15T01:30:00.000Z
             */
            erasedAt: string | null;
            /**
             * @description What the reader sees of a protected petition.
             * @enum {string}
             */
            protection: "closed" | "none" | "opened" | "sealed";
            /** @description Nothing of it is erased while this stands. */
            legalHold: boolean;
            assignee: components["schemas"]["AssigneeView"] | null;
            fields: components["schemas"]["CaseFieldView"][];
            people: components["schemas"]["CasePersonView"][];
            /** @description Of a petition; null for other kinds. */
            counts: components["schemas"]["PetitionCounts"] | null;
            clocks: components["schemas"]["ClockView"][];
            documents: components["schemas"]["CaseDocumentView"][];
            contacts: components["schemas"]["ContactView"][];
            takenBackContacts: components["schemas"]["TakenBackContact"][];
            history: components["schemas"]["HistoryLine"][];
            links: components["schemas"]["CaseLinks"];
            hasOpenComplaint: boolean;
            reminders: components["schemas"]["CaseReminder"][];
            /** @description Everybody it was shown to. */
            shares: components["schemas"]["CaseShareView"][];
            /** @description False: the reader may look and change nothing. */
            mayWork: boolean;
            /** @description The reader may mend what was typed in wrongly; what is sealed, once he has opened it. */
            mayCorrect: boolean;
            /** @description What the reader may do now. */
            actions: components["schemas"]["OpenAction"][];
            id: number;
            kindVi: string;
            kindEn: string;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
            /** @description How the case ended. */
            outcome: string | null;
            /** @description Calendar days. */
            daysInState: number;
            /** @description To be given back with every write. */
            version: number;
            assigneeId: number | null;
            assigneeName: string | null;
            /** @description A protected petition: people, texts and papers are opened with a reason, by those who may. */
            protected: boolean;
            residentialGroupId: number | null;
            residentialGroupName: string | null;
            projectId: number | null;
            householdId: number | null;
            mergedIntoId: number | null;
            overdue: boolean;
            /** @description Calendar days past `nextDueOn`; 0 when not overdue. */
            daysLate: number;
            /** @description Overdue, and the clock is paused: the days late do not grow. */
            standsStill: boolean;
            /** @description Names of fields and days filled in for demonstration. */
            illustrative: string[];
        };
        StepPaperDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on?: string;
            number?: string;
            /** @description Of an uploaded paper; the other fields are then its own. */
            id?: number;
            name?: string;
        };
        ActDto: {
            /**
             * Format: date
             * @description The day the act took place, which may be earlier than today.
             * @example 2023-06-15
             */
            on: string;
            fields?: {
                [key: string]: unknown;
            };
            documents?: components["schemas"]["StepPaperDto"][];
            note?: string;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        CorrectedPersonDto: {
            personId: number;
            name?: string;
            phone?: string | null;
            address?: string | null;
        };
        CorrectDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            lastStepOn?: string;
            reason: string;
            title?: string;
            /** @description Null: not known any more. */
            residentialGroupId?: number | null;
            fields?: {
                [key: string]: unknown;
            };
            people?: components["schemas"]["CorrectedPersonDto"][];
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        ReopenDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            reason: string;
            toState: string;
            /** @description Clocks to start anew; an empty list is an explicit choice. */
            restart?: string[];
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        AssignDto: {
            /** @description Null releases the case. */
            assigneeId: number | null;
            note?: string;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        LinkDto: {
            /** @enum {string} */
            type: "first-petition" | "household" | "project";
            /** @description Code of the other case; null unties. */
            to: string | null;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        MergeDto: {
            into: string;
            /** @description Why the main petition keeps its own, later, day of receipt. */
            keepReceivedOn?: string;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        UndoMergeDto: {
            reason: string;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        ContactDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /** @enum {string} */
            type: "dialogue" | "offer" | "persuasion" | "visit";
            /** @enum {string} */
            matter?: "grave" | "handover" | "inventory" | "plan";
            /** @enum {string} */
            reason?: "absent" | "area_dispute" | "house_cut_by_line" | "inheritance" | "land_origin" | "legal_file" | "mortgage" | "other" | "price";
            /** @description Whole đồng. */
            amountVnd?: number;
            note?: string;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        TakeBackDto: {
            /** @description Why it was no such contact; kept in the history beside its words. */
            reason: string;
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        NoteDto: {
            note: string;
        };
        NoteAdded: {
            /** @description Of the case that now holds it. */
            id: number;
            code: string;
        };
        AddPeopleDto: {
            people: components["schemas"]["PersonDto"][];
            /** @description The version the officer saw; a newer one refuses the write. */
            version: number;
        };
        ShareDto: {
            toAccountId?: number;
            toUnitId?: number;
            reason: string;
        };
        UploadDto: {
            name: components["schemas"]["DocumentName"];
            /**
             * Format: date
             * @description The day on the paper.
             * @example 2023-06-15
             */
            on?: string;
            /** Format: binary */
            file?: Blob;
            number?: string;
        };
        DocumentAdded: {
            id: number;
            /** @description The case that now holds it: a paper of a merged petition goes to its main one. */
            caseId: number;
            code: string;
            fileName: string | null;
        };
        ReasonDto: {
            reason: string;
        };
        OpeningPreview: {
            title: string;
            /** @description Soonest first. */
            clocks: components["schemas"]["ClockView"][];
        };
        BulkCaseDto: {
            id: number;
            /** @description The version the officer saw; a newer one refuses the row. A note needs none. */
            version: number;
        };
        BulkActDto: {
            /**
             * Format: date
             * @description The day the act took place, which may be earlier than today.
             * @example 2023-06-15
             */
            on: string;
            fields?: {
                [key: string]: unknown;
            };
            documents?: components["schemas"]["StepPaperDto"][];
            action: string;
        };
        BulkDto: {
            /** @enum {string} */
            action: "act" | "assign" | "note" | "release";
            cases: components["schemas"]["BulkCaseDto"][];
            /** @description For `assign`. */
            assigneeId?: number;
            /** @description For `note`; with the others, the reason. */
            note?: string;
            /** @description For `act`. */
            act?: components["schemas"]["BulkActDto"];
            /** @description Nothing is written; each row says whether it would pass. */
            preview?: boolean;
        };
        BulkResult: {
            id: number;
            /** @description Of the case; absent where there is none of that id. */
            code?: string;
            ok: boolean;
            /** @description After the write; of a refused row as it stands. */
            state?: string;
            version?: number;
            /** @description Why it was refused: the code of the refusal, the sentence, and everything to mend. */
            refusal?: string;
            detail?: string;
            errors?: components["schemas"]["Fault"][];
        };
        BulkView: {
            preview: boolean;
            /** @description In the order asked. */
            results: components["schemas"]["BulkResult"][];
        };
        SimilarDto: {
            /** @description The matter as typed so far. */
            content: string;
            personId?: number;
        };
        SimilarPetition: {
            variant: components["schemas"]["Variant"] | null;
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            openedOn: string;
            id: number;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
            /** @description To be given back with every write. */
            version: number;
            /** @description The person asked about is in it. */
            samePerson: boolean;
            /** @description Percent of the shorter text's word pairs that both have. */
            shared: number;
        };
        SimilarPetitions: {
            /** @description Of the same person first, then the most alike; up to five. */
            items: components["schemas"]["SimilarPetition"][];
        };
        FindPeopleDto: {
            /** @description Words of a name, accents ignored, or a whole identity number. */
            q: string;
            limit?: number;
        };
        FileOfPerson: {
            kind: components["schemas"]["Kind"];
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            openedOn: string;
            id: number;
            code: string;
            title: string;
            kindVi: string;
            kindEn: string;
            state: string;
            stateVi: string;
            stateEn: string;
            /** @enum {string} */
            role: "holder" | "kin" | "petitioner" | "signatory";
        };
        PersonFound: {
            id: number;
            name: string;
            /** @description CMND or CCCD. */
            idNumber: string | null;
            phone: string | null;
            address: string | null;
            /** @description Newest first. */
            files: components["schemas"]["FileOfPerson"][];
        };
        PeopleFound: {
            items: components["schemas"]["PersonFound"][];
        };
        WorkflowBrief: {
            kind: components["schemas"]["Kind"];
            vi: string;
            en: string;
        };
        StateView: {
            phase: components["schemas"]["Phase"];
            vi: string;
            en: string;
        };
        FieldIsView: {
            field: components["schemas"]["FieldName"];
            is: string[];
        };
        ClockStartView: {
            clock: components["schemas"]["ClockName"];
            from?: components["schemas"]["FieldName"];
            termFrom?: components["schemas"]["FieldName"];
            /** @description Starts only where the field says so. */
            when?: components["schemas"]["FieldIsView"];
        };
        WhereStartedView: {
            clock: components["schemas"]["ClockName"];
            in: string[];
            after: components["schemas"]["ClockName"][];
            /** @enum {string} */
            persuaded: "grave" | "handover" | "inventory" | "plan";
        };
        UnderLawView: {
            in: string[];
            clock: components["schemas"]["ClockName"];
        };
        ActionView: {
            from: string[];
            /** @description States in which it may be taken too while a clock it stops runs, and leaves the case where it is. */
            alsoIn?: string[];
            /** @description Not once one of these papers is in the file, nor while one of these clocks goes on. */
            unlessFiled?: components["schemas"]["DocumentName"][];
            unlessRuns?: components["schemas"]["ClockName"][];
            by: components["schemas"]["Role"][];
            for?: components["schemas"]["Variant"][];
            sets?: components["schemas"]["Variant"];
            needs?: components["schemas"]["DocumentName"][];
            fields?: components["schemas"]["FieldName"][];
            /** @description Those of `needs` and `fields` for which what is in the file is enough. */
            onFile?: string[];
            /** @description Fields that may be left out. */
            may?: components["schemas"]["FieldName"][];
            /** @description The one value each of these fields may have. */
            only?: {
                [key: string]: string | number | boolean;
            };
            starts?: (components["schemas"]["ClockName"] | components["schemas"]["ClockStartView"])[];
            stops?: components["schemas"]["ClockName"][] | "all";
            /** @description Of `all` those that run on. */
            keeps?: components["schemas"]["ClockName"][];
            pauses?: components["schemas"]["ClockName"][];
            resumes?: components["schemas"]["ClockName"][];
            extends?: components["schemas"]["ClockName"];
            waives?: components["schemas"]["ClockName"][];
            /** @description Waits that must have ended. */
            after?: components["schemas"]["ClockName"][];
            /** @description The same, where they were started. */
            afterIfStarted?: components["schemas"]["ClockName"][];
            /** @description Terms that must not have run out. */
            within?: components["schemas"]["ClockName"][];
            /** @description Duties that a step open in the same place must answer first. */
            answered?: components["schemas"]["ClockName"][];
            vi: string;
            en: string;
            /** @description Absent: the case stays in its state. */
            to?: string;
            /** @description Asked too in these states, where the clock was ever started. */
            whereStarted?: components["schemas"]["WhereStartedView"];
            underLaw?: components["schemas"]["UnderLawView"];
            /**
             * @description Needs a dated persuasion record on this matter.
             * @enum {string}
             */
            persuaded?: "grave" | "handover" | "inventory" | "plan";
            /**
             * @description Is itself a persuasion session on this matter.
             * @enum {string}
             */
            persuades?: "grave" | "handover" | "inventory" | "plan";
            /** @description Barred on days off and around Tết. */
            enforcement?: boolean;
            /** @description Only for a petition within the ward's competence. */
            competent?: boolean;
            /** @description Off the usual road. */
            aside?: boolean;
            outcome?: string;
        };
        FieldSpecView: {
            vi: string;
            /**
             * @description `day` is `YYYY-MM-DD`, `vnd` whole đồng, `area` m² as text, `choice` a key of `of`.
             * @enum {string}
             */
            type: "area" | "boolean" | "choice" | "day" | "integer" | "text" | "vnd";
            /** @description The Vietnamese words of each choice. */
            of?: {
                [key: string]: string;
            };
            /** @description The smallest integer. */
            least?: number;
        };
        OpeningView: {
            by: components["schemas"]["Role"][];
            fields?: components["schemas"]["FieldName"][];
            may?: components["schemas"]["FieldName"][];
            starts?: (components["schemas"]["ClockName"] | components["schemas"]["ClockStartView"])[];
        };
        WorkflowView: {
            kind: components["schemas"]["Kind"];
            states: {
                [key: string]: components["schemas"]["StateView"];
            };
            actions: {
                [key: string]: components["schemas"]["ActionView"];
            };
            fieldSpecs: {
                [key: string]: components["schemas"]["FieldSpecView"];
            };
            /** @description Of generated case codes. */
            prefix: string;
            initial: string;
            opening: components["schemas"]["OpeningView"];
            documentNames: {
                [key: string]: string;
            };
            clockNames: {
                [key: string]: string;
            };
            vi: string;
            en: string;
        };
        LedgerLine: {
            clock: components["schemas"]["ClockName"] | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            dueOn: string | null;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            sendAt: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            sentAt: string | null;
            id: number;
            caseId: number | null;
            /** @description Of the case. */
            code: string | null;
            clockVi: string | null;
            /** @description `before-7`: seven calendar days ahead; `escalate-0`: to the supervisors on the day. */
            rung: string;
            recipientId: number;
            recipient: string;
            /** @enum {string} */
            status: "planned" | "sent" | "withdrawn";
        };
        Ledger: {
            total: number;
            items: components["schemas"]["LedgerLine"][];
        };
        NoticeView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            readAt: string | null;
            id: number;
            caseId: number | null;
            subject: string;
            body: string;
        };
        Inbox: {
            /** @description How many are unread in all. */
            unread: number;
            items: components["schemas"]["NoticeView"][];
        };
        NoticeRead: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            readAt: string;
            id: number;
        };
        DeliveryView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            nextAttemptAt: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            sentAt: string | null;
            id: number;
            /** @description Null: the head of history. */
            noticeId: number | null;
            /** @enum {string} */
            channel: "email" | "webhook";
            target: string;
            /**
             * @description `dead`: every retry failed; somebody has to look and send it again.
             * @enum {string}
             */
            status: "dead" | "pending" | "sent";
            attempts: number;
            lastError: string | null;
        };
        Deliveries: {
            total: number;
            items: components["schemas"]["DeliveryView"][];
        };
        DeliveryState: {
            id: number;
            /** @enum {string} */
            status: "dead" | "pending" | "sent";
        };
        SweepView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            planned: number;
            woken: number;
        };
        QueueHealth: {
            /** @enum {string} */
            engine: "embedded" | "postgres" | "redis";
            waiting: number | null;
            delayed: number | null;
            active: number | null;
            failed: number | null;
            /** @description Why the last attempt to reach the queue failed; null when it succeeded. */
            fault: string | null;
            /** @description The last ten, newest first. */
            sweeps: components["schemas"]["SweepView"][];
        };
        Ladder: {
            ruleId: string;
            days: number[];
        };
        Ladders: {
            /** @description Calendar days before the due date, for every rule without its own ladder. */
            default: number[];
            rules: components["schemas"]["Ladder"][];
        };
        LadderDto: {
            /** @description Calendar days before the due date, 0 is the day itself. */
            days: number[];
        };
        ActorSpan: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
            actor: string;
        };
        ExtensionRuleView: {
            /** @description The condition of the law, in Vietnamese. */
            when: string;
            total?: components["schemas"]["TermView"];
            each?: components["schemas"]["TermView"];
            max?: number;
            maxWhen?: string;
        };
        RuleClock: {
            clock: components["schemas"]["ClockName"];
            vi: string;
        };
        RuleView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            effectiveTo: string | null;
            kind: components["schemas"]["RuleKind"];
            id: string;
            domain: string;
            act: string;
            article: string;
            appliesTo: string;
            /** @description The event the term counts from. */
            trigger: string;
            /** @description A value of 0 is a duty, a condition or a transition without a number of days. */
            duration: components["schemas"]["TermView"];
            /** @description A last day on a day off runs to the end of the next working day. */
            rollForward: boolean;
            actor: string;
            actorTimeline?: components["schemas"]["ActorSpan"][];
            meaning_vi: string;
            meaning_en: string;
            /**
             * @description `found`: text seen in the named source. `recalled`: from memory, may be wrong.
             * @enum {string}
             */
            basis: "found" | "recalled";
            source: string;
            /** @description 0 to 1. */
            confidence: number;
            needsReview?: boolean;
            note?: string;
            /** @description The paper the step leaves. */
            document?: string;
            /** @description Id of the rule that follows this one. */
            replacedBy?: string;
            extension?: components["schemas"]["ExtensionRuleView"];
            clocks: components["schemas"]["RuleClock"][];
        };
        TriggerDto: {
            /**
             * Format: date
             * @description The day of the event the term counts from; of the event itself for a notice due before it.
             * @example 2023-06-15
             */
            trigger: string;
            /** @description Days printed in the notice, for rules that leave the length to it. */
            days?: number;
        };
        DueDateInWords: {
            /**
             * Format: date
             * @description Last day of the term; for a backward count the last day the notice may go out.
             * @example 2023-06-15
             */
            date: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            triggerDay: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            firstDayCounted: string;
            /**
             * Format: date
             * @description The last day before it was moved off a day off.
             * @example 2023-06-15
             */
            rolledFrom?: string;
            /**
             * Format: date
             * @description Rolling forward is arguable for authorities: act by this day and nobody can object.
             * @example 2023-06-15
             */
            lastSafeWorkingDay: string;
            /**
             * Format: date
             * @description For waits: the first day on which the next step is lawful.
             * @example 2023-06-15
             */
            lawfulFrom?: string;
            /** @description Id of the rule. */
            rule: string;
            article: string;
            term: components["schemas"]["TermView"];
            skipped: components["schemas"]["SkippedDayView"][];
            /** @description What the date rests on that is not settled, in Vietnamese. */
            assumptions: string[];
            /** @enum {string} */
            basis: "found" | "recalled";
            /** @description 0 to 1. */
            confidence: number;
            needsReview: boolean;
            words: string;
        };
        LunarView: {
            /** @description Day, month and year as people say them: `15/7 Quý Mão`. */
            lunar: string;
        };
        CalendarDayView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            date: string;
            /** @enum {string} */
            kind: "holiday" | "swapped-off" | "swapped-work";
            name: string;
            /** @description 0 to 1; from 0.7 the day counts, below it only warns. */
            confidence: number;
            /** @description The official notice is still awaited. */
            pending?: boolean;
        };
        ReceptionDate: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /**
             * Format: date
             * @description The regular day it stands in for.
             * @example 2023-06-15
             */
            movedFrom?: string;
            /** @description Why the regular day is a day off. */
            why?: string;
        };
        YearCalendar: {
            year: number;
            /** @description Nothing is announced yet: the days are the statutory ones. */
            assumed: boolean;
            days: components["schemas"]["CalendarDayView"][];
            reception: components["schemas"]["ReceptionDate"][];
        };
        DayDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            date: string;
            /** @enum {string} */
            kind: "holiday" | "swapped-off" | "swapped-work";
            name: string;
        };
        CalendarChangeDto: {
            /** @default [] */
            set?: components["schemas"]["DayDto"][];
            /**
             * @default []
             * @example [
             *       "2023-06-15"
             *     ]
             */
            remove?: string[];
            /** @default false */
            preview?: boolean;
            /** @description The announcement the change rests on. */
            reason: string;
        };
        MovedDate: {
            clock: components["schemas"]["ClockName"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string | null;
            caseId: number;
            /** @description Of the case. */
            code: string;
            clockVi: string;
        };
        CalendarChanged: {
            /** @description Nothing was saved. */
            preview: boolean;
            /** @description Of the own unit. */
            moved: components["schemas"]["MovedDate"][];
            /** @description How many due dates move in other units: the calendar is the country's. */
            movedElsewhere: number;
        };
        KindCount: {
            kind: components["schemas"]["Kind"];
            vi: string;
            count: number;
        };
        OpenInState: {
            kind: components["schemas"]["Kind"];
            phase: components["schemas"]["Phase"];
            state: string;
            vi: string;
            count: number;
        };
        PhaseCount: {
            phase: components["schemas"]["Phase"];
            count: number;
        };
        AssigneeCount: {
            /** @description Null: nobody has them. */
            id: number | null;
            name: string;
            active: boolean;
            count: number;
        };
        GroupCount: {
            /** @description Null: no residential group is written down. */
            id: number | null;
            name: string;
            count: number;
        };
        AgeCount: {
            fromDays: number;
            /** @description Null: open-ended. */
            toDays: number | null;
            count: number;
        };
        HouseholdFigures: {
            /** @description Handed over, also when closed since. */
            handedOver: number;
            /** @description The states it counts, as a list of them filters by. */
            handedOverStates: string[];
            /** @description Decided, and still to be handed over. */
            recovered: number;
            recoveredStates: string[];
            areaRecoveredM2: number;
            areaDonatedM2: number;
        };
        GraveFigures: {
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            totalPaidVnd: number;
            /** @description One household may move several graves: it is counted once. */
            householdsPaid: number;
            /** @description The sum in Vietnamese words. */
            inWords: string;
        };
        PetitionFigures: {
            total: number;
            complaints: number;
            denunciations: number;
            requests: number;
            proposals: number;
            reflections: number;
            withdrawn: number;
            settled: number;
            outstanding: number;
        };
        BacklogView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            asOf: string;
            total: number;
            byKind: components["schemas"]["KindCount"][];
            byState: components["schemas"]["OpenInState"][];
            byPhase: components["schemas"]["PhaseCount"][];
            byAssignee: components["schemas"]["AssigneeCount"][];
            /** @description Cases nobody active works on. */
            ownerless: number;
            byResidentialGroup: components["schemas"]["GroupCount"][];
            byAge: components["schemas"]["AgeCount"][];
            overdue: number;
            /** @description Due today or in the seven days after. */
            next7Days: number;
            projects: number;
            openProjects: number;
            /** @description Hectares under notice of recovery. */
            notifiedHa: number;
            households: components["schemas"]["HouseholdFigures"];
            graves: components["schemas"]["GraveFigures"];
            petitions: components["schemas"]["PetitionFigures"];
        };
        HoldoutCause: {
            reason: components["schemas"]["HoldoutReason"];
            vi: string;
            note: string | null;
        };
        OpenPetition: {
            code: string;
            title: string;
            state: string;
        };
        HoldoutView: {
            kind: components["schemas"]["Kind"];
            variant: components["schemas"]["Variant"] | null;
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            stateSince: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            openedOn: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            receivedAt: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            closedOn: string | null;
            holdoutReason: components["schemas"]["HoldoutReason"] | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaRecoveredM2: string | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaDonatedM2: string | null;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaNotifiedM2: string | null;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            amountVnd: number | null;
            /**
             * Format: date
             * @description Earliest due date among duties that run, or were late when they were paused.
             * @example 2023-06-15
             */
            nextDueOn: string | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            lastContactOn: string | null;
            /** @description Code of the project. */
            project: string;
            projectTitle: string;
            /** @description Name of the person. */
            assignee: string | null;
            cause: components["schemas"]["HoldoutCause"] | null;
            /** @description How many there were. */
            contacts: number;
            openPetitions: components["schemas"]["OpenPetition"][];
            id: number;
            kindVi: string;
            kindEn: string;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
            /** @description How the case ended. */
            outcome: string | null;
            /** @description Calendar days. */
            daysInState: number;
            /** @description To be given back with every write. */
            version: number;
            assigneeId: number | null;
            assigneeName: string | null;
            /** @description A protected petition: people, texts and papers are opened with a reason, by those who may. */
            protected: boolean;
            residentialGroupId: number | null;
            residentialGroupName: string | null;
            projectId: number | null;
            householdId: number | null;
            mergedIntoId: number | null;
            overdue: boolean;
            /** @description Calendar days past `nextDueOn`; 0 when not overdue. */
            daysLate: number;
            /** @description Overdue, and the clock is paused: the days late do not grow. */
            standsStill: boolean;
            /** @description Names of fields and days filled in for demonstration. */
            illustrative: string[];
        };
        Holdouts: {
            total: number;
            /** @description By code of the project. */
            byProject: {
                [key: string]: number;
            };
            /** @description By the state the household is held in. */
            byReason: {
                [key: string]: number;
            };
            /** @description By what the holder says, or `unknown`. */
            byCause: {
                [key: string]: number;
            };
            /** @description Oldest first. */
            items: components["schemas"]["HoldoutView"][];
        };
        WorkClock: {
            clock: components["schemas"]["ClockName"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            dueOn: string;
            kind: components["schemas"]["RuleKind"];
            /**
             * Format: date
             * @description Of a wait: the first day on which the next step is lawful.
             * @example 2023-06-15
             */
            lawfulFrom: string | null;
            vi: string;
            en: string;
            /** @description Calendar days from today, negative once past; of a clock that stands still, from the day it was paused. */
            daysLeft: number;
            /** @description Late when it was paused: the days late do not grow. */
            standsStill: boolean;
        };
        WorkStep: {
            action: string;
            vi: string;
            en: string;
            /** @description How many papers, fields and records it still lacks. */
            lacks: number;
        };
        WorkLine: {
            kind: components["schemas"]["Kind"];
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            stateSince: string;
            id: number;
            code: string;
            title: string;
            kindVi: string;
            kindEn: string;
            state: string;
            stateVi: string;
            stateEn: string;
            version: number;
            assigneeName: string | null;
            /** @description Who does the work while the assignee is on leave. */
            standInName: string | null;
            /** @description Nobody active works on it. */
            ownerless: boolean;
            /** @description The assignee is on leave and the reader stands in. */
            stoodInFor: boolean;
            clock: components["schemas"]["WorkClock"] | null;
            next: components["schemas"]["WorkStep"] | null;
        };
        WorkSection: {
            total: number;
            /** @description The most pressing ones, up to 50. */
            lines: components["schemas"]["WorkLine"][];
        };
        WorkDigest: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            readAt: string | null;
            id: number;
            subject: string;
            body: string;
        };
        MyWorkView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            today: string;
            overdue: components["schemas"]["WorkSection"];
            dueToday: components["schemas"]["WorkSection"];
            /** @description Due within seven days, today not counted. */
            dueThisWeek: components["schemas"]["WorkSection"];
            /** @description Waiting for others, or for a term to end. */
            waiting: components["schemas"]["WorkSection"];
            /** @description Due after these seven days. */
            later: components["schemas"]["WorkSection"];
            /** @description No duty and no wait runs. */
            undated: components["schemas"]["WorkSection"];
            digest: components["schemas"]["WorkDigest"] | null;
        };
        BackupState: {
            /**
             * Format: date-time
             * @description When the last good one was taken.
             * @example 2023-06-15T01:30:00.000Z
             */
            lastGoodAt: string | null;
            /** @description The last good one is older than two days; or there is none, and the program has run for that long. */
            stale: boolean;
            /** @description What went wrong at the last attempt, or what the last good copy lacks, in Vietnamese. */
            why: string | null;
        };
        OfficerLoad: {
            /** @description Account; null: cases nobody has. */
            id: number | null;
            name: string | null;
            /** @description Who does the work while this officer is on leave. */
            standInName: string | null;
            active: boolean;
            open: number;
            overdue: number;
            /** @description Due from today to seven days ahead. */
            next7Days: number;
        };
        OverdueByLaw: {
            clock: components["schemas"]["ClockName"];
            kind: components["schemas"]["RuleKind"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            oldestDueOn: string;
            vi: string;
            en: string;
            ruleId: string;
            act: string;
            article: string;
            /** @description Cases. */
            count: number;
        };
        HoldoutCell: {
            /** @description A holdout reason, or `unknown`. */
            cause: string;
            causeVi: string;
            /** @description Code of the project. */
            project: string | null;
            projectTitle: string | null;
            count: number;
        };
        TrendMonth: {
            /** @description `2023-06`. */
            month: string;
            carriedIn: number;
            /** @description Opened or reopened in the month. */
            received: number;
            /** @description Of the received: those reopened. */
            reopened: number;
            settled: number;
            carriedOut: number;
        };
        Trend: {
            /** @description `all`, `citizen-petition`, a kind of petition, or `unclassified` petitions. */
            of: string;
            vi: string;
            en: string;
            /** @description Twelve, the present one last. */
            months: components["schemas"]["TrendMonth"][];
        };
        AgeBucket: {
            fromDays: number;
            /** @description Null: open-ended. */
            toDays: number | null;
            count: number;
        };
        KindAges: {
            kind: components["schemas"]["Kind"];
            vi: string;
            en: string;
            total: number;
            /** @description By days in the present state. */
            buckets: components["schemas"]["AgeBucket"][];
        };
        StuckLine: {
            kind: components["schemas"]["Kind"];
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            stateSince: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            since: string;
            days: number;
            id: number;
            code: string;
            title: string;
            kindVi: string;
            kindEn: string;
            state: string;
            stateVi: string;
            stateEn: string;
            version: number;
            assigneeName: string | null;
            /** @description Who does the work while the assignee is on leave. */
            standInName: string | null;
            /** @description Nobody active works on it. */
            ownerless: boolean;
            /** @description The assignee is on leave and the reader stands in. */
            stoodInFor: boolean;
            clock: components["schemas"]["WorkClock"] | null;
            next: components["schemas"]["WorkStep"] | null;
        };
        BoardView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            asOf: string;
            /** @description Null: no backup is scheduled. */
            backup: components["schemas"]["BackupState"] | null;
            open: number;
            overdue: number;
            next7Days: number;
            /** @description Cases nobody active works on. */
            ownerless: number;
            /** @description Households that hold out. */
            holdouts: number;
            /** @description Busiest first; everybody who can be given a case is in it. */
            load: components["schemas"]["OfficerLoad"][];
            /** @description Discipline limits first, then statutory limits, then the others. */
            overdueByLaw: components["schemas"]["OverdueByLaw"][];
            holdoutCauses: components["schemas"]["HoldoutCell"][];
            trends: components["schemas"]["Trend"][];
            ageing: components["schemas"]["KindAges"][];
            /** @description The ten stuck longest. */
            stuck: components["schemas"]["StuckLine"][];
        };
        StateCount: {
            phase: components["schemas"]["Phase"];
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaRecoveredM2: string;
            state: string;
            vi: string;
            en: string;
            count: number;
        };
        ProjectHouseholds: {
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaRecoveredM2: string;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaDonatedM2: string;
            total: number;
            /** @description Land handed over, the files closed since included. */
            handedOver: number;
            holdouts: number;
            byState: components["schemas"]["StateCount"][];
        };
        ProjectGraves: {
            total: number;
            /** @description Reburied, or further. */
            moved: number;
            byState: components["schemas"]["StateCount"][];
        };
        ProjectMoney: {
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            approvedVnd: number;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            paidVnd: number;
        };
        ObstacleCase: {
            id: number;
            code: string;
            title: string;
        };
        Obstacle: {
            /** @description Of holdouts: what the holders say; null where nothing is recorded. */
            cause: components["schemas"]["HoldoutReason"] | null;
            /**
             * Format: date
             * @description The earliest of them.
             * @example 2023-06-15
             */
            since: string;
            /**
             * Format: date
             * @description Of a duty the oldest date passed, of a wait the day the last one ends.
             * @example 2023-06-15
             */
            dueOn: string | null;
            /**
             * Format: date
             * @description When it was last asked: the last contact with the household, or the day the term began.
             * @example 2023-06-15
             */
            askedOn: string | null;
            /** @enum {string} */
            type: "holdout" | "overdue" | "wait";
            /** @description The state households are held in, or the time limit. */
            vi: string;
            en: string;
            count: number;
            /** @description Who must act, by the rule as it stands today; null where no rule says. */
            who: string | null;
            article: string | null;
            /** @description Up to twenty of them, oldest first. */
            cases: components["schemas"]["ObstacleCase"][];
        };
        ProjectView: {
            phase: components["schemas"]["Phase"];
            /**
             * Format: date
             * @example 2023-06-15
             */
            stateSince: string;
            /**
             * @description m², as printed.
             * @example 7918.4
             */
            areaNotifiedM2: string | null;
            id: number;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
            investor: string | null;
            households: components["schemas"]["ProjectHouseholds"];
            graves: components["schemas"]["ProjectGraves"];
            money: components["schemas"]["ProjectMoney"];
            obstacles: components["schemas"]["Obstacle"][];
        };
        GraveLink: {
            id: number;
            code: string;
            title: string;
        };
        GraveRow: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            noticeEndsOn: string | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            plannedMoveOn: string | null;
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            amountVnd: number | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            paidOn: string | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            exhumedOn: string | null;
            /**
             * Format: date
             * @description Reburied at the new plot.
             * @example 2023-06-15
             */
            movedOn: string | null;
            phase: components["schemas"]["Phase"];
            id: number;
            code: string;
            title: string;
            graveNumber: string | null;
            /** @description `Chưa rõ tên` while unknown. */
            deceased: string;
            deceasedKnown: boolean;
            /** @description Null while no kin is known. */
            kin: string | null;
            kinKnown: boolean;
            /** @description `built` or `earth`. */
            graveKind: string | null;
            zone: string | null;
            /** @description Days printed in the notice. */
            noticeDays: number | null;
            /** @description As the kin said it, else computed: `15/7 Quý Mão`. */
            plannedMoveLunar: string | null;
            newPlot: string | null;
            state: string;
            stateVi: string;
            stateEn: string;
            household: components["schemas"]["GraveLink"] | null;
            project: components["schemas"]["GraveLink"] | null;
        };
        GraveTotals: {
            /**
             * @description Whole đồng.
             * @example 125000000
             */
            paidVnd: number;
            project: components["schemas"]["GraveLink"] | null;
            total: number;
            kinKnown: number;
            paid: number;
            exhumed: number;
            moved: number;
        };
        GravesView: {
            items: components["schemas"]["GraveRow"][];
            totals: components["schemas"]["GraveTotals"][];
        };
        SessionOfDay: {
            phase: components["schemas"]["Phase"];
            id: number;
            code: string;
            title: string;
            state: string;
            stateVi: string;
            stateEn: string;
            version: number;
            host: string | null;
        };
        ReceptionDayView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /**
             * Format: date
             * @description The regular day it stands in for.
             * @example 2023-06-15
             */
            movedFrom?: string;
            /** @description False: a session on a day outside the schedule. */
            regular: boolean;
            /** @description Why that one is a day off. */
            why?: string;
            session: components["schemas"]["SessionOfDay"] | null;
        };
        ReceptionView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
            days: components["schemas"]["ReceptionDayView"][];
        };
        WardBelow: {
            id: number;
            name: string;
            open: number;
            overdue: number;
            next7Days: number;
            /** @description Households that have not agreed or are blocked. */
            holdouts: number;
        };
        LiveEvent: {
            /**
             * @description `signed-out`: the session has ended, and so has the stream.
             * @enum {string}
             */
            type: "all" | "calendar" | "case" | "cases" | "notices" | "signed-out" | "views";
            /** @description Of the case. */
            id?: number;
            /** @description Of the case after the write; absent where it stayed the same (a note, a paper). */
            version?: number;
        };
        SavedViewView: {
            id: number;
            name: string;
            /** @description The screen it belongs to, as its address names it. */
            screen: string;
            /** @description The query string of the address. */
            search: string;
            /** @description Everybody of the unit sees it. */
            shared: boolean;
            pinned: boolean;
            owner: string;
            /** @description May be changed by the asker: it is theirs, or they are a supervisor and it is shared. */
            mayChange: boolean;
        };
        SaveViewDto: {
            name: string;
            screen: string;
            search: string;
            shared?: boolean;
            pinned?: boolean;
        };
        ChangeViewDto: {
            name?: string;
            search?: string;
            shared?: boolean;
            pinned?: boolean;
        };
        RetentionRuleView: {
            id: string;
            kinds: string[];
            variants?: string[];
            /** @description From the closing of the case; null: kept for ever. */
            years: number | null;
            act: string;
            article: string;
            meaningVi: string;
            meaningEn: string;
            /** @enum {string} */
            basis: "found" | "recalled";
            /** @description 0 to 1. */
            confidence: number;
            needsReview: boolean;
        };
        RetainedCase: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            closedOn: string | null;
            /**
             * Format: date
             * @example 2023-06-15
             */
            erasableFrom: string | null;
            id: number;
            code: string;
            title: string;
            kindVi: string;
            kindEn: string;
            /** @description The id of its rule. */
            rule: string;
        };
        RetentionView: {
            rules: components["schemas"]["RetentionRuleView"][];
            /** @description Closed so long ago that the personal part may be erased. */
            due: components["schemas"]["RetainedCase"][];
            /** @description Kept although their time may be over. */
            held: components["schemas"]["RetainedCase"][];
        };
        EraseDto: {
            cases: number[];
            /** @description Who decided and by which paper; stays in the history. */
            reason: string;
        };
        ErasedView: {
            /** @description Codes of the cases now erased. */
            erased: string[];
        };
        LegalHoldDto: {
            held: boolean;
            reason: string;
        };
        PersonalDataDto: {
            personId?: number;
            idNumber?: string;
            reason: string;
        };
        HeldPerson: {
            /** @description The file it stands in. */
            code: string;
            name: string;
            idNumber: string | null;
            phone: string | null;
            address: string | null;
            /** @enum {string} */
            role: "holder" | "kin" | "petitioner" | "signatory";
        };
        HeldLine: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            onDay: string | null;
            actionVi: string;
            by: string | null;
            note: string | null;
        };
        HeldCase: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            openedOn: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            closedOn: string | null;
            code: string;
            kindVi: string;
            title: string;
            stateVi: string;
            fields: components["schemas"]["CaseFieldView"][];
            documents: components["schemas"]["CaseDocumentView"][];
            contacts: components["schemas"]["ContactView"][];
            history: components["schemas"]["HeldLine"][];
        };
        PersonalDataView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            people: components["schemas"]["HeldPerson"][];
            cases: components["schemas"]["HeldCase"][];
        };
        FormView: {
            /** @enum {string} */
            group: "clearance" | "performance" | "petitions" | "registers";
            /** @description The name it is filed under: `01/XLD`. */
            form: string;
            title: string;
            /** @description Printed the same for ever once the period is closed. */
            frozen: boolean;
        };
        SourcedView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            effectiveFrom: string;
            source: string;
            basis: string;
            confidence: number;
        };
        ClosedPeriodView: {
            /** @enum {string} */
            kind: "custom" | "half" | "nine-months" | "quarter" | "year";
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            closedAt: string;
            id: number;
        };
        ReportsView: {
            forms: components["schemas"]["FormView"][];
            cutOff: components["schemas"]["SourcedView"];
            formSet: components["schemas"]["SourcedView"];
            closed: components["schemas"]["ClosedPeriodView"][];
        };
        PeriodView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
        };
        ReportColumnView: {
            /** @enum {string} */
            type: "area" | "count" | "day" | "percent" | "text" | "vnd";
            key: string;
            vi: string;
            /** @description Headings over it, outermost first. */
            under: string[];
        };
        CellView: {
            /** @description Counts and đồng are whole numbers; an area is m² as text. */
            value: (number | string) | null;
            /** @description How many cases stand behind the figure. */
            cases: number;
        };
        ReportRowView: {
            label: string;
            cells: components["schemas"]["CellView"][];
        };
        ReportTableView: {
            form: string;
            title: string;
            columns: components["schemas"]["ReportColumnView"][];
            rows: components["schemas"]["ReportRowView"][];
        };
        SumCheckView: {
            says: string;
            holds: boolean;
            /** @description Cases that one side counts and another does not. */
            cases: components["schemas"]["CaseSummary"][];
        };
        ReportView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            closedAt: string | null;
            period: components["schemas"]["PeriodView"];
            table: components["schemas"]["ReportTableView"];
            lastYear: components["schemas"]["ReportTableView"] | null;
            /** @description What was entered late for periods filed before. */
            adjustments: components["schemas"]["ReportTableView"] | null;
            sums: components["schemas"]["SumCheckView"][];
        };
        CasesBehindView: {
            cases: components["schemas"]["CaseSummary"][];
            /** @description Others that the reader may not list. */
            hidden: number;
        };
        NarrativeSectionView: {
            heading: string;
            paragraphs: string[];
        };
        NarrativeView: {
            period: components["schemas"]["PeriodView"];
            sections: components["schemas"]["NarrativeSectionView"][];
            closed: boolean;
        };
        SectionDto: {
            heading: string;
            paragraphs: string[];
        };
        NarrativeFileDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
            sections: components["schemas"]["SectionDto"][];
        };
        ClosePeriodDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
            /** @enum {string} */
            kind: "custom" | "half" | "nine-months" | "quarter" | "year";
        };
        WardEventView: {
            /** @enum {string} */
            kind: "class" | "dialogue" | "guidance" | "inspection" | "received";
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            id: number;
            kindVi: string;
            number: string | null;
            about: string;
            residentialGroupId: number | null;
            attendees: number | null;
            wanting: number | null;
            illustrative: boolean;
        };
        WardEventDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /** @enum {string} */
            kind: "class" | "dialogue" | "guidance" | "inspection" | "received";
            number?: string;
            about: string;
            residentialGroupId?: number;
            attendees?: number;
            wanting?: number;
        };
        CalendarFeedView: {
            /**
             * Format: date-time
             * @description When the address was made; null while there is none.
             * @example 2023-06-15T01:30:00.000Z
             */
            createdAt: string | null;
        };
        NewCalendarFeedView: {
            /**
             * Format: date-time
             * @description When the address was made; null while there is none.
             * @example 2023-06-15T01:30:00.000Z
             */
            createdAt: string | null;
            /** @description Shown this once. */
            url: string;
        };
        LetterChoiceView: {
            document: components["schemas"]["DocumentName"];
            kind: string;
            vi: string;
            en: string;
            symbol: string | null;
        };
        ServiceView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /** @enum {string} */
            how: "handed-over" | "left-at-home" | "posted" | "refused-before-witnesses";
            howVi: string;
            to: string;
            by: string;
            note: string | null;
        };
        LetterView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            onDay: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            id: number;
            kind: string;
            kindVi: string;
            kindEn: string;
            /** @description `12/TB-UBND`; null for minutes and receipts. */
            numberText: string | null;
            /** @description From 1; a letter written again before it was served keeps its number. */
            version: number;
            signer: string;
            addressee: string | null;
            /** @description The case, and the paper of it that holds the file. */
            caseId: number;
            code: string;
            title: string;
            documentId: number;
            /** @description The template is the ward's own. */
            ownTemplate: boolean;
            by: string | null;
            service: components["schemas"]["ServiceView"] | null;
        };
        CaseLettersView: {
            choices: components["schemas"]["LetterChoiceView"][];
            letters: components["schemas"]["LetterView"][];
            /** @description Who signed before in this unit, the latest first. */
            signers: string[];
        };
        LetterDto: {
            /**
             * Format: date
             * @description The day on the letter.
             * @example 2023-06-15
             */
            on: string;
            /** @description Values typed in by the name of their field; they go before what the case says. */
            values?: {
                [key: string]: string;
            };
            /** @description The id of its kind. */
            kind: string;
            /** @enum {string} */
            signerRank: "chair" | "deputy";
            signer: string;
            /** @description Why a protected petition is opened for it. */
            reason?: string;
        };
        BasisView: {
            text: string;
            /** @description The law pack has it from memory, or marks it for review: look it up before signing. */
            needsReview: boolean;
        };
        LetterLookView: {
            /** @description Fields of the template for which the case holds nothing: they are printed dotted unless typed in. */
            missing: string[];
            /** @description The number it would take; null where it takes none. */
            number: number | null;
            symbol: string | null;
            bases: components["schemas"]["BasisView"][];
        };
        WriteLetterDto: {
            /**
             * Format: date
             * @description The day on the letter.
             * @example 2023-06-15
             */
            on: string;
            /** @description Values typed in by the name of their field; they go before what the case says. */
            values?: {
                [key: string]: string;
            };
            /** @description The id of its kind. */
            kind: string;
            /** @enum {string} */
            signerRank: "chair" | "deputy";
            signer: string;
            /** @description Why a protected petition is opened for it. */
            reason?: string;
            /** @description Set by hand; without it the next of the book. */
            number?: number;
            /** @description The letter this is a new version of: it keeps the number. */
            replaces?: number;
        };
        LetterWrittenView: {
            id: number;
            documentId: number;
            caseId: number;
            code: string;
            numberText: string | null;
            version: number;
            missing: string[];
        };
        ServeLetterDto: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            on: string;
            /** @enum {string} */
            how: "handed-over" | "left-at-home" | "posted" | "refused-before-witnesses";
            /** @description Who took it, or for whom it was left. */
            to: string;
            /** @description Who brought or posted it. */
            by: string;
            /** @description Witnesses, number of the postal receipt. */
            note?: string;
        };
        LetterServedView: {
            id: number;
        };
        GapView: {
            year: number;
            symbol: string;
            /** @description Numbers no letter has, from and to. */
            from: number;
            to: number;
        };
        LetterBookView: {
            /**
             * Format: date
             * @example 2023-06-15
             */
            from: string;
            /**
             * Format: date
             * @example 2023-06-15
             */
            to: string;
            unit: string;
            parent: string | null;
            /** @description By day and number, each in its last version. */
            letters: components["schemas"]["LetterView"][];
            /** @description Numbers left out when one was set by hand, in the years of the period. */
            gaps: components["schemas"]["GapView"][];
        };
        TemplateVersionView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            id: number;
            version: number;
            fileName: string;
            size: number;
            inUse: boolean;
            by: string | null;
        };
        LetterTemplateView: {
            kind: string;
            vi: string;
            en: string;
            symbol: string | null;
            /** @description Kinds of case it is written for, in Vietnamese. */
            forVi: string[];
            /** @description The ward's own versions, newest first; none in use means the built-in one is. */
            versions: components["schemas"]["TemplateVersionView"][];
        };
        LetterFieldView: {
            /** @description Written in a template between braces. */
            name: string;
            meaning: string;
            example: string;
            /** @description Typed in when the letter is written. */
            typed: boolean;
        };
        LetterFieldGroupView: {
            name: string;
            loop: boolean;
            meaning: string | null;
            fields: components["schemas"]["LetterFieldView"][];
        };
        LetterTemplatesView: {
            templates: components["schemas"]["LetterTemplateView"][];
            fields: components["schemas"]["LetterFieldGroupView"][];
        };
        UploadTemplateDto: {
            /** Format: binary */
            file: Blob;
        };
        TemplateKeptView: {
            id: number;
            version: number;
        };
        UseTemplateDto: {
            /** @description Null: the built-in template. */
            version: number | null;
        };
        TemplateUsedView: {
            version: number | null;
        };
        /** @enum {string} */
        ImportKind: "accounts" | "graves" | "households" | "payments" | "petitions";
        /** @enum {string} */
        ImportState: "applied" | "applying" | "checked" | "checking" | "looked" | "taken-back" | "taking-back";
        ImportCountsView: {
            new: number;
            changed: number;
            unchanged: number;
            error: number;
        };
        ImportRefusalView: {
            code: string;
            detail: string;
        };
        ImportProgressView: {
            done: number;
            total: number;
        };
        ImportView: {
            kind: components["schemas"]["ImportKind"];
            state: components["schemas"]["ImportState"];
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            since: string;
            id: number;
            /** @description Null once its contents are forgotten. */
            fileName: string | null;
            by: string;
            counts: components["schemas"]["ImportCountsView"] | null;
            /** @description Why the last run came to nothing. */
            refusal: components["schemas"]["ImportRefusalView"] | null;
            /** @description Of a run under way. */
            progress: components["schemas"]["ImportProgressView"] | null;
        };
        ImportUploadDto: {
            kind: components["schemas"]["ImportKind"];
            /** Format: binary */
            file?: Blob;
        };
        ImportColumnView: {
            name: string;
            vi: string;
            en: string;
            required: boolean;
        };
        ImportMatchView: {
            name: string;
            /** @description Column of the sheet, from 0. */
            at: number;
        };
        ImportSheetView: {
            /** @description The first rows, as text. */
            rows: string[][];
            name: string;
            /** @description As Excel numbers it. */
            headerRow: number;
            columns: components["schemas"]["ImportMatchView"][];
        };
        ImportPageView: {
            kind: components["schemas"]["ImportKind"];
            state: components["schemas"]["ImportState"];
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            since: string;
            id: number;
            /** @description Null once its contents are forgotten. */
            fileName: string | null;
            by: string;
            counts: components["schemas"]["ImportCountsView"] | null;
            /** @description Why the last run came to nothing. */
            refusal: components["schemas"]["ImportRefusalView"] | null;
            /** @description Of a run under way. */
            progress: components["schemas"]["ImportProgressView"] | null;
            columns: components["schemas"]["ImportColumnView"][];
            sheets: components["schemas"]["ImportSheetView"][];
        };
        /** @enum {string} */
        ImportRowStatus: "changed" | "error" | "new" | "unchanged";
        ImportCellView: {
            column: string;
            vi: string;
            original: string;
            /** @description As it was understood; absent where it was not. */
            parsed?: string;
            /** @description What a person should look at. */
            check?: string;
        };
        ImportChangeView: {
            vi: string;
            from: string | null;
            to: string | null;
        };
        ImportRowView: {
            status: components["schemas"]["ImportRowStatus"];
            /** @description As Excel numbers it. */
            n: number;
            code?: string;
            cells: components["schemas"]["ImportCellView"][];
            problems: string[];
            changes: components["schemas"]["ImportChangeView"][];
            /** @description A step the sheet speaks of; the officer takes it in the case. */
            proposal?: string;
            applied: boolean;
        };
        ImportRowsView: {
            rows: components["schemas"]["ImportRowView"][];
            /** @description To ask for the next page with; null at the end. */
            next: number | null;
        };
        ColumnChoiceDto: {
            name: string;
            /** @description Which column of the sheet, from 0. */
            at: number;
        };
        CheckImportDto: {
            sheet: string;
            /** @description As Excel numbers it, from 1. */
            headerRow: number;
            columns: components["schemas"]["ColumnChoiceDto"][];
            /** @description A blank cell takes the value away. */
            eraseBlank?: boolean;
            /** @description Refused as a whole while any row has an error. */
            whole?: boolean;
            /** @description Code of the project for rows that name none. */
            project?: string;
        };
        ApplyImportDto: {
            /** @description Rows as Excel numbers them; left out, all of them. */
            rows?: number[];
        };
        EventCaseView: {
            id: number;
            code: string;
            kind: string;
            /** @description As it stands when the event is sent. */
            state: string;
        };
        WebhookEventView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            at: string;
            /**
             * Format: date
             * @description The day the act took place, which may be earlier than `at`.
             * @example 2023-06-15
             */
            on: string | null;
            /** @description `event-1-42-9f86d081884c`: the same however often it is sent. */
            id: string;
            unitId: number;
            /** @description Rises with each event of the unit; numbers in between belong to entries that were not chosen. */
            seq: number;
            /** @description A name of the list `GET /api/webhook-events` gives. */
            action: string;
            actionVi: string;
            fromState: string | null;
            toState: string | null;
            /** @description The official's name; null: the product itself. */
            by: string | null;
            /** @description On leave: for whom the author stood in. */
            forName: string | null;
            case: components["schemas"]["EventCaseView"];
        };
        EventChoiceView: {
            name: string;
            vi: string;
            en: string;
        };
        EventGroupView: {
            /** @description `case`, or a kind of case; a step that several kinds share stands under the first. */
            name: string;
            vi: string;
            en: string;
            events: components["schemas"]["EventChoiceView"][];
        };
        WebhookEventsView: {
            /**
             * Format: date-time
             * @example 2023-06-15T01:30:00.000Z
             */
            nextAttemptAt: string | null;
            /** @description Names out of `groups`; empty: no events, only notices. */
            events: string[];
            groups: components["schemas"]["EventGroupView"][];
            /** @description Entries of history after the last one carried. */
            behind: number;
            /** @description Of the event that comes next. */
            failedAttempts: number;
            lastError: string | null;
        };
        WebhookEventsDto: {
            /** @description Names out of `groups`; an empty list turns events off. */
            events: string[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors: components["schemas"]["Fault"][];
            /** @description What the log calls this request; to be told to the administrator. */
            requestId?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    checkLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHistory: {
        parameters: {
            query?: {
                /** @description Written on this day or later. */
                from?: string;
                /** @description Written on this day or earlier. */
                to?: string;
                limit?: number;
                /** @description The author, or whom he stood in for. */
                person?: number;
                /** @description Code of a case. */
                case?: string;
                /** @description Name of an action; `read` for every kind of reading. */
                action?: string;
                /** @description Only entries with a place in the chain before this one: `next` of the page before. */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAction"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadHeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptionsView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerView"] | components["schemas"]["NeedsCodeView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerView"] | components["schemas"]["NeedsCodeView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startOidc: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcStartDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStartView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishOidc: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcFinishDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcFinishView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccountDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAccountView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountStates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountStateView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUnitDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUnitDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUnitView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listResidentialGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentialGroupView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAccountDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftDelay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOneSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorStateView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewFactorView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveUpSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCodeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStandIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameStandIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandInDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endStandIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findCases: {
        parameters: {
            query?: {
                dueBefore?: string;
                dueAfter?: string;
                /** @description Days since when it has stood in its state. */
                sinceBefore?: string;
                sinceAfter?: string;
                receivedOn?: string;
                kind?: ("citizen-petition" | "compensation-project" | "grave-relocation" | "household-file" | "reception-session")[];
                state?: string[];
                phase?: ("closed" | "holdout" | "open" | "waiting")[];
                variant?: ("complaint" | "denunciation" | "proposal" | "reflection" | "request")[];
                overdue?: boolean;
                /** @description True: what others show to me or to my unit. */
                shown?: boolean;
                /** @description Ids of rules: cases on which a duty under one of them is late. */
                overdueBy?: string[];
                receivedBefore?: string;
                receivedFrom?: string;
                unit?: number[];
                /** @description Account ids; `none` for cases without an active handler, `nobody` for those given to nobody at all. */
                assignee?: string[];
                residentialGroup?: number[];
                /** @description Project codes. */
                project?: string[];
                q?: string;
                sort?: "amount" | "code" | "due" | "opened" | "received" | "since" | "title";
                descending?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actOnCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergePetition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoMergeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                contact: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteAdded"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPeopleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCaseTo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseShareView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endShare: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                share: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAdded"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                document: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                document: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openSecrets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningPreview"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workInBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findSimilar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimilarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarPetitions"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindPeopleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleFound"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowBrief"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReminders: {
        parameters: {
            query?: {
                limit?: number;
                status?: "planned" | "sent" | "withdrawn";
                /** @description Code of one case. */
                case?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                limit?: number;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeRead"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                status?: "dead" | "pending" | "sent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryState"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueHealth"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLadders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ladders"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLadder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LadderDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ladder"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countDueDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueDateInWords"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lunarDay: {
        parameters: {
            query: {
                day: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LunarView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearCalendar"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBacklog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHoldouts: {
        parameters: {
            query?: {
                /** @description Code of the project. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdouts"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    myWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyWorkView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGraves: {
        parameters: {
            query?: {
                /** @description Code of the project. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GravesView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReception: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardBelow"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveEvent"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveViewDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeViewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalHoldDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPersonalData: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalDataDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPeriod: {
        parameters: {
            query: {
                kind: "half" | "nine-months" | "quarter" | "year";
                year: number;
                /** @description The quarter. */
                part?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showReport: {
        parameters: {
            query: {
                from: string;
                to: string;
                form: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCasesBehind: {
        parameters: {
            query: {
                from: string;
                to: string;
                form: string;
                row: number;
                column: string;
                part?: "adjustments" | "lastYear" | "table";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesBehindView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadReport: {
        parameters: {
            query: {
                from: string;
                to: string;
                form: string;
                as: "docx" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showNarrative: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NarrativeView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadNarrative: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NarrativeFileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closePeriod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosePeriodDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPeriodView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardEventView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WardEventDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardEventView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardEventView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadList: {
        parameters: {
            query: {
                dueBefore?: string;
                dueAfter?: string;
                /** @description Days since when it has stood in its state. */
                sinceBefore?: string;
                sinceAfter?: string;
                receivedOn?: string;
                kind?: ("citizen-petition" | "compensation-project" | "grave-relocation" | "household-file" | "reception-session")[];
                state?: string[];
                phase?: ("closed" | "holdout" | "open" | "waiting")[];
                variant?: ("complaint" | "denunciation" | "proposal" | "reflection" | "request")[];
                overdue?: boolean;
                /** @description True: what others show to me or to my unit. */
                shown?: boolean;
                /** @description Ids of rules: cases on which a duty under one of them is late. */
                overdueBy?: string[];
                receivedBefore?: string;
                receivedFrom?: string;
                unit?: number[];
                /** @description Account ids; `none` for cases without an active handler, `nobody` for those given to nobody at all. */
                assignee?: string[];
                residentialGroup?: number[];
                /** @description Project codes. */
                project?: string[];
                q?: string;
                sort?: "amount" | "code" | "due" | "opened" | "received" | "since" | "title";
                descending?: boolean;
                cursor?: string;
                limit?: number;
                as: "csv" | "xlsx";
                /** @description In the order they are written. */
                columns: ("amount" | "area" | "assignee" | "closed" | "code" | "days" | "due" | "group" | "kind" | "late" | "opened" | "project" | "reason" | "received" | "state" | "title" | "variant")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarFeedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLettersView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteLetterDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterWrittenView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterLookView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    serveLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                letter: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServeLetterDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterServedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLetterBook: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterBookView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterTemplatesView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadTemplate: {
        parameters: {
            query?: {
                /** @description Id of one of the ward's own; without it the built-in template. */
                template?: number;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateKeptView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    useTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateUsedView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportUploadDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "accounts" | "graves" | "households" | "payments" | "petitions";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportCurrent: {
        parameters: {
            query: {
                as: "csv" | "xlsx";
            };
            header?: never;
            path: {
                kind: "accounts" | "graves" | "households" | "payments" | "petitions";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                status?: "changed" | "error" | "new" | "unchanged";
                /** @description `next` of the page before. */
                from?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowsView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"][];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadAccountImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportUploadDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAccountImportSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAccountImportCurrent: {
        parameters: {
            query: {
                as: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAccountImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountImportRows: {
        parameters: {
            query?: {
                status?: "changed" | "error" | "new" | "unchanged";
                /** @description `next` of the page before. */
                from?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowsView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAccountImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyAccountImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackAccountImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showWebhookEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventsView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again and writes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEventsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventsView"];
                };
            };
            /** @description Refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
