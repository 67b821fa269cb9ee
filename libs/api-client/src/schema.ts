// Generated from openapi.json by `npm run client`. Never edited.

import type { Day } from '#domain/days';

export interface paths {
    "/api/v1/administration/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["upkeep.backups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["administration.listChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["administration.listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/keyring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["upkeep.keyring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["administration.listRefusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["upkeep.work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/work/{id}/tries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["upkeep.tryAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["agencies.list"];
        put?: never;
        post: operations["agencies.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["agencies.get"];
        put?: never;
        post?: never;
        delete: operations["agencies.end"];
        options?: never;
        head?: never;
        patch: operations["agencies.change"];
        trace?: never;
    };
    "/api/v1/calendar/{secret}/meetings.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["calendar.feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["codebook.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codebook/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["codebook.listChanges"];
        put?: never;
        post: operations["codebook.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codebook/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["codebook.getChange"];
        put: operations["codebook.revise"];
        post?: never;
        delete: operations["codebook.discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codebook/changes/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["codebook.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codebook/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["codebook.listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo-clock/advances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["demoClock.advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/early-destructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention.waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/early-destructions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retention.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["live.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["holidays.get"];
        put: operations["holidays.put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["invitations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invitations.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invitations.giveCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invitations.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/face-to-face": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invitations.confirmFaceToFace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joining.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joining/digits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joining.showDigits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joinings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["joinings.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joinings/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joinings.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joinings/{id}/yes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joinings.sayYes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["calendar.own"];
        put?: never;
        post: operations["calendar.make"];
        delete: operations["calendar.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/mail-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["mailAddress.propose"];
        post?: never;
        delete: operations["mailAddress.forget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/mail-address/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["mailAddress.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["account.changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["account.changeProfile"];
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account.recoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["account.stopResets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account.enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["account.endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.list"];
        put?: never;
        post: operations["meetings.convene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.get"];
        put: operations["meetings.reschedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/agenda/{situation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["meetings.note"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/attendance/{agency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["meetings.mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/call-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings.callOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.card"];
        put: operations["meetings.putCard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/coming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["calendarRule.coming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings.getOpen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["calendarRule.rule"];
        put: operations["calendarRule.setRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notices.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notices.see"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["openings.list"];
        put?: never;
        post: operations["openings.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["openings.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openings/{id}/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["openings.package"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["privacy.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/audit-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["privacy.auditCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention.certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["privacy.consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["privacy.counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviews.digest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["privacy.ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/early-destructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retention.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/early-destructions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retention.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/hold-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention.requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/hold-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retention.refuseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention.holds"];
        put?: never;
        post: operations["retention.setHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retention.liftHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention.due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviews.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/reviews/{id}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviews.signOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projector/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["projector.card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projector/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["projector.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projector/pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["projector.pair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projector/pairing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["projector.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projector/shade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["projector.shade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["screenings.list"];
        put?: never;
        post: operations["screenings.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screenings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["screenings.get"];
        put: operations["screenings.rewrite"];
        post?: never;
        delete: operations["screenings.drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screenings/{id}/bring-to-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["screenings.bring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screenings/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["screenings.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seat-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["seatOffers.list"];
        put?: never;
        post: operations["seatOffers.offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seat-offers/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seatOffers.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seat-offers/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seatOffers.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["seats.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seats/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["seats.get"];
        put?: never;
        post?: never;
        delete: operations["seats.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seats/{id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seats.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["session.signIn"];
        delete: operations["session.signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["session.prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["session.secondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joining.setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["settingsChanges.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings-changes/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["settingsChanges.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings-changes/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["settingsChanges.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["situations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["situations.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["content.addConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/consents/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content.consentDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["content.addGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/hold-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retention.askHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention.holdsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["situations.ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/accept-assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.acceptAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/add-assisting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.addAssisting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/assign-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.assignAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/close-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.closeRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/confirm-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.confirmLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/confirm-on-behalf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.confirmOnBehalf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/correct-conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.correctConclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/decline-assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.declineAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/end-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.endRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/leave-assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.leaveAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/propose-conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.proposeConclusion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/propose-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.proposeLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/record-risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.recordRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/release-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.releaseAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/release-identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.releaseIdentifiers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/take-back-risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.takeBackRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/take-over-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.takeOverLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/moves/withdraw-on-behalf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moves.withdrawOnBehalf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["content.addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["content.addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/persons/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content.correctPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content.plan"];
        put?: never;
        post: operations["content.addPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/plan/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content.changePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/report-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["content.addReportBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/report-backs/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content.reportDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/safety-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content.safetyNotes"];
        put?: never;
        post: operations["content.addSafetyNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["content.addService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content.correctSummary"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/tier2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content.correctTier2"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/tier3": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content.tier3"];
        put?: never;
        post: operations["content.addTier3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/tier3/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content.correctTier3"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/tier4": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["content.tier4"];
        put?: never;
        post: operations["content.addTier4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/tier4/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content.correctTier4"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["situations.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/what-others-see": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["situations.whatOthersSee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/who-saw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["situations.whoSaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/{id}/youth-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["youth.list"];
        put?: never;
        post: operations["youth.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/situations/bring-on-behalf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["screenings.bringOnBehalf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/across-tables/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/across-tables/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.exports"];
        put?: never;
        post: operations["statistics.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/exports/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["statistics.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/exports/{id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/exports/{id}/records.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/own-table/conclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.ownConclusions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/own-table/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["statistics.ownYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/table-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tableActs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tables.list"];
        put?: never;
        post: operations["tables.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tables.get"];
        put?: never;
        post?: never;
        delete: operations["tables.end"];
        options?: never;
        head?: never;
        patch: operations["tables.change"];
        trace?: never;
    };
    "/api/v1/tables/{id}/agencies/{agency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["tables.place"];
        post?: never;
        delete: operations["tables.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/founding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["founding.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/founding/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["founding.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/founding/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["founding.see"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/settings-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tables.proposeSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["tables.suggest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tasks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tasks.handBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tasks.takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["users.list"];
        put?: never;
        post: operations["users.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["users.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["users.startReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/session-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["users.endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["users.changeStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhooks.list"];
        put?: never;
        post: operations["webhooks.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhooks.get"];
        put?: never;
        post?: never;
        delete: operations["webhooks.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhooks.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhooks.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["week.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["docs.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/page.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["docs.style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/page.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["docs.script"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["probes.health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["metrics.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["docs.openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["probes.ready"];
        put?: never;
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
        AcceptInput: {
            /**
             * Format: uuid
             * @description Coordinator only: the agency without an account
             */
            agency?: string;
            /** @description legalBasis for what the agency discloses itself */
            basis: string;
        };
        AddIdentityInput: {
            identity: components["schemas"]["Identity"];
            /**
             * Format: uuid
             * @description The affected person; left out: the subject
             */
            personId?: string;
        };
        AddWebhookRequest: {
            /** @description The events that are sent to it */
            events: ("agency.joined" | "agency.left" | "codebook.published" | "seat.added" | "seat.ended" | "table.changed")[];
            /** @description Where messages are posted: https, anywhere but in this network */
            url: string;
        };
        AdministrationEventResponse: {
            action: string;
            /** Format: uuid */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            fields: string[];
            /** Format: uuid */
            objectId: string | null;
            objectType: string | null;
            /** @enum {string} */
            outcome: "allow" | "hide" | "deny" | "error";
            persona: string | null;
            /** Format: uuid */
            requestId: string | null;
            seq: number;
        };
        AdvanceClockRequest: {
            /** @description A minute to a year */
            minutes: number;
        };
        AffectedPersonView: {
            ageBand: string | null;
            /** Format: uuid */
            id: string;
            riskFactors: string[];
            sex: string | null;
            version: number;
        };
        AgencyConsent: {
            /** Format: date */
            dueOn: Day | null;
            given: boolean;
            number: string;
            table: string;
        };
        AgencyCount: {
            /** @description So many or more, rounded down to a ten; 0 for fewer than 11. Counting ends at 1,000 */
            rows: number;
            what: string;
        };
        AgencyDigest: {
            /** @description Destroyed since the week before */
            destroyed: number;
            /** @description Situations that the agency brought and that are destroyed within thirty days */
            due: number;
            /** @description Signals of earlier weeks that nobody signed off */
            earlier: number;
            /** @description Signals since the week before that Monday */
            fresh: number;
            /** @description Own holds to be looked at again */
            holds: number;
            /**
             * Format: date
             * @description The Monday whose digest it is
             */
            weekOn: Day;
        };
        AgencyDisclosure: {
            /** @description The agency that it was disclosed to */
            agency: string;
            basis: string;
            /** @description Given by this agency to another; else received */
            given: boolean;
            /** Format: date-time */
            grantedAt: string;
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: date-time */
            revokedAt: string | null;
            revokedBecause: string | null;
            /** Format: uuid */
            situationId: string;
            table: string;
            tier: number;
        };
        AgencyEvent: {
            action: string;
            agency: string | null;
            /** Format: date-time */
            at: string;
            fields: string[];
            /** @description At night or on a weekend, by the clock of the table */
            late: boolean;
            number: string | null;
            /** @enum {string} */
            outcome: "allow" | "hide" | "deny" | "error";
            persona: string | null;
            purpose: string | null;
            table: string;
            who: string | null;
        };
        AgencyHold: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            liftedAt: string | null;
            number: string;
            /** @enum {string} */
            reason: "litigation" | "investigation" | "complaint" | "accessRequest" | "courtOrder";
            /** @description Its review date has come */
            reviewDue: boolean;
            /** Format: date */
            reviewOn: Day;
            /** Format: date-time */
            setAt: string;
            /** Format: uuid */
            situationId: string;
            table: string;
        };
        AgencyInput: {
            /** Format: uuid */
            agency: string;
        };
        AgencyRef: {
            /** Format: uuid */
            id: string;
            name: string;
            sector: string;
        };
        AgencyResponse: {
            /** Format: date-time */
            endedAt: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            sector: string;
        };
        AgendaCheckpoint: {
            /** Format: date-time */
            madeAt: string;
            number: number;
            /** @description The first 64 bits of its digest, in groups of four */
            short: string;
        };
        AgendaEntryView: {
            /** @description The 48 hours for the first contact have passed without a report */
            contactOverdue: boolean;
            /** @description What the table decided here, in order */
            decisions: ("riskRecorded" | "rejected" | "returned" | "withdrawn" | "identifiersReleased" | "assigned" | "leadConfirmed" | "concluded" | "reopened" | "moreInformation" | "reported")[];
            /**
             * Format: date
             * @description The meeting day by which the report-back is due
             */
            dueOn: Day | null;
            /** @enum {string|null} */
            noted: "moreInformation" | "reported" | null;
            number: string;
            onTheTable: boolean;
            /** @description `dueOn` has passed without a report */
            overdue: boolean;
            place: number;
            /** @description Coded reason of a rejection, return, withdrawal or conclusion */
            reason: string | null;
            /** @enum {string} */
            section: "reportBack" | "new" | "waiting" | "carriedOver";
            /** Format: uuid */
            situationId: string;
            /** @enum {string} */
            stage: "screening" | "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "destroyed";
            /** @description 0 until the meeting opens */
            version: number;
        };
        AgendaView: {
            /** @description The latest signed checkpoint of the audit */
            checkpoint: components["schemas"]["AgendaCheckpoint"] | null;
            /** Format: uuid */
            meetingId: string;
            rows: components["schemas"]["AgendaEntryView"][];
            /**
             * Format: date
             * @description Printed copies are shredded by the next meeting day
             */
            shredBy: Day;
            /** @enum {string} */
            state: "scheduled" | "calledOff" | "skipped" | "open" | "closed";
        };
        AnswerInput: {
            /**
             * Format: uuid
             * @description Coordinator only: the agency without an account that answered at the meeting
             */
            agency?: string;
            /** @enum {string} */
            answer: "involved" | "shouldBeInvolved" | "notInvolved";
            /** @description Coordinator only: legalBasis noted for that agency */
            basis?: string;
            canHelp?: boolean;
        };
        AnswerView: {
            agency: components["schemas"]["AgencyRef"];
            /** @enum {string} */
            answer: "involved" | "shouldBeInvolved" | "notInvolved" | "noAnswer";
            canHelp: boolean;
            enteredForAgency: boolean;
            round: number;
        };
        ApprovalResponse: {
            /** @enum {string} */
            outcome: "applied" | "waiting";
        };
        ApprovedExport: {
            approved: boolean;
            /** Format: uuid */
            id: string;
        };
        AskedExport: {
            /** Format: uuid */
            id: string;
            year: number;
        };
        AskExportInput: {
            year: number;
        };
        AskOpeningInput: {
            /** @enum {string} */
            purpose: "accessRequest" | "litigation" | "investigation" | "courtOrder";
            /** Format: uuid */
            situation: string;
        };
        AssignAgainInput: {
            /** Format: uuid */
            agency: string;
            /** @enum {string} */
            role: "lead" | "assisting";
        };
        AssignInput: {
            assisting?: string[];
            /** Format: uuid */
            lead: string;
        };
        AssignmentView: {
            agency: components["schemas"]["AgencyRef"];
            /** Format: date-time */
            answeredAt: string | null;
            answeredForAgency: boolean;
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description 48 hours of wall clock from assign
             */
            contactDueAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "lead" | "assisting";
            /** @enum {string} */
            state: "asked" | "accepted" | "declined" | "returned" | "left";
        };
        AttendanceInput: {
            /** @description Legal basis, for an agency without an account only */
            basis?: string;
            /**
             * @description `absent` takes a mark back
             * @enum {string}
             */
            mode: "room" | "remote" | "absent";
        };
        AttendanceList: {
            rows: components["schemas"]["AttendanceView"][];
        };
        AttendanceView: {
            agency: string;
            /** Format: uuid */
            agencyId: string;
            basis: string | null;
            /** @description The agency has no account, so that the coordinator entered this for it */
            enteredForAgency: boolean;
            /** Format: date-time */
            markedAt: string | null;
            /** @enum {string} */
            mode: "room" | "remote" | "absent";
            sector: string;
            /** @description For If-Match as `"v0"`; 0: not marked */
            version: number;
        };
        AuditCount: {
            action: string;
            events: number;
            month: string;
            outcome: string;
        };
        BackupRunResponse: {
            /** @description Rounded down to a ten; 0 below 11 */
            bytes: number;
            /** @description Rounded down to a ten; 0 below 11 */
            keys: number;
            /** @enum {string} */
            kind: "data" | "keys" | "restore";
            /** @description Rounded down to a ten; 0 below 11 */
            rows: number;
            /** Format: date-time */
            takenAt: string;
        };
        BringInput: {
            /** @description The agency states that its own means are exhausted */
            ownMeansExhausted: boolean;
        };
        BringOnBehalfInput: {
            /** @description ageBand */
            ageBand?: string;
            /**
             * Format: uuid
             * @description The agency of this table that asks for it
             */
            agency: string;
            /** @description interpreterNeeded: which language is not said here */
            interpreterNeeded?: string;
            /** @description ownMeans: what the agency tried by itself */
            ownMeans?: string[];
            ownMeansExhausted: boolean;
            persons?: components["schemas"]["PersonInput"][];
            /** @description protectiveFactor */
            protectiveFactors?: string[];
            /** @description riskFactor */
            riskFactors: string[];
            /** @description sector: those that seem to be needed */
            sectors?: string[];
            /** @description sex */
            sex?: string;
            /** @description studyFlag */
            studyFlags?: string[];
            /** @description De-identified; certain identifiers block bringing it to the table */
            summary?: string;
            /** @description situationType */
            type: string;
        };
        BroughtAnswer: {
            /** Format: uuid */
            id: string;
            number: string;
            version: number;
        };
        CalendarReceipt: {
            /** Format: date-time */
            madeAt: string;
            /** @description Where a calendar program reads the feed, at this installation’s own address; whoever has it reads the meetings */
            path: string;
        };
        CardPlaceInput: {
            /**
             * Format: uuid
             * @description Null clears the table
             */
            situationId: string | null;
            withSummary?: boolean;
        };
        CardPlaceView: {
            number: string | null;
            shaded: boolean;
            /** Format: uuid */
            situationId: string | null;
            /** @enum {string|null} */
            stage: "screening" | "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "destroyed" | null;
            version: number;
            /** @description Whether the summary is on the wall too */
            withSummary: boolean;
        };
        Certificate: {
            /** @enum {string} */
            because: "retention" | "early";
            /** @description SHA-256 of what was sealed */
            contentHash: string;
            /** Format: date-time */
            destroyedAt: string;
            /** @description SHA-256 of the wrapped keys */
            keysHash: string;
            number: string;
            rows: components["schemas"]["DestroyedRows"];
            /** Format: uuid */
            situationId: string;
            table: string;
        };
        ChainResponse: {
            /**
             * Format: uuid
             * @description The table; all zeros for administration
             */
            chain: string;
            hash: string;
            seq: number;
            tableName: string | null;
        };
        ChangeAgencyRequest: {
            name?: string;
            sector?: string;
        };
        ChangedAnswer: {
            /** Format: uuid */
            id: string;
            version: number;
        };
        ChangeInput: {
            /** @description Of a local term: begins with `local.` */
            code: string;
            content: components["schemas"]["TermContentInput"];
            /** @enum {string} */
            kind: "add" | "edit" | "retire";
            list: string;
            /** @description A term of one table (riskFactor, studyFlag, protectiveFactor) */
            local?: boolean;
            /**
             * Format: uuid
             * @description The table of a local term; a coordinator’s is the own table
             */
            tableId?: string;
        };
        ChangePasswordRequest: {
            /** @description 15 to 128 characters; a sentence is good */
            newPassword: string;
            password: string;
        };
        ChangeProfileRequest: {
            /** @enum {string} */
            language: "en" | "fr";
            /** @description Left out, it stays as it is */
            mail?: components["schemas"]["MailPreferencesRequest"];
        };
        ChangeReceipt: {
            /** Format: uuid */
            id: string;
            /** @description The version of the codebook that was published by it */
            publishedIn: number | null;
            version: number;
        };
        ChangeStatusRequest: {
            active: boolean;
        };
        ChangeTableRequest: {
            correctionDays?: number;
            /** Format: date */
            meetingAnchorOn?: Day;
            meetingDays?: number[];
            meetingEveryWeeks?: number;
            meetingTime?: string;
            meetingWeekday?: number;
            name?: string;
            region?: string;
            timeZone?: string;
        };
        ChangeView: {
            /** Format: date */
            activeFrom: Day | null;
            /** Format: date */
            activeTo: Day | null;
            code: string;
            definitionEn: string | null;
            definitionFr: string | null;
            group: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "add" | "edit" | "retire";
            labelEn: string | null;
            labelFr: string | null;
            list: string;
            mapsTo: string | null;
            /** Format: date-time */
            proposedAt: string;
            proposedByMe: boolean;
            /** @description The version of the codebook that brought it */
            publishedIn: number | null;
            sameInBoth: boolean;
            /** @description Two administrators sign; the second signature publishes */
            signatures: number;
            signedByMe: boolean;
            /** @enum {string} */
            state: "proposed" | "published" | "discarded";
            /** Format: uuid */
            tableId: string | null;
            theme: string | null;
            version: number;
        };
        CodebookView: {
            lists: components["schemas"]["ListView"][];
            name: string;
            /** Format: date-time */
            publishedAt: string;
            version: number;
        };
        ComingMeetingView: {
            holiday: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "regular" | "emergency";
            /**
             * Format: date
             * @description At the table’s clock
             */
            meetsOn: Day;
            /** @description It is not at the time that the rule has for it */
            moved: boolean;
            place: string | null;
            /**
             * Format: date
             * @description The day of the rule whose meeting this is
             */
            ruleOn: Day | null;
            /** Format: date-time */
            scheduledFor: string;
            /**
             * @description `skipped`: the rule’s day is a holiday of the installation
             * @enum {string}
             */
            state: "scheduled" | "calledOff" | "skipped" | "open" | "closed";
            /** @description For If-Match as `"v0"`; 0: nobody has touched it */
            version: number;
        };
        ConcludeInput: {
            /** @description A code of the list for this step */
            reason: string;
            /** @description The risk factors that still stand */
            riskAfter: string[];
            /** @description told: whether the person was told */
            told: string;
        };
        ConclusionProposalView: {
            /** Format: date-time */
            proposedAt: string;
            reason: string;
        };
        ConclusionView: {
            /** Format: date */
            concludedOn: Day;
            /**
             * Format: date
             * @description Erased after this day unless held
             */
            destroyAfter: Day;
            reason: string;
            riskAfter: string[];
            /**
             * Format: date
             * @description Until then it can be corrected or reopened
             */
            sealAfter: Day;
            told: string | null;
        };
        ConfirmAddressRequest: {
            code: string;
        };
        ConfirmedResponse: {
            /** Format: date-time */
            opensAt: string;
        };
        ConfirmEnrolmentRequest: {
            code: string;
        };
        ConfirmFoundingRequest: {
            listHash: string;
        };
        ConsentInput: {
            detail?: string;
            /**
             * Format: date
             * @description When notice is due
             */
            dueOn?: Day;
            /** @description consentState */
            state: string;
        };
        ConsentView: {
            /** Format: date */
            dueOn: Day | null;
            given: boolean;
            /** Format: uuid */
            id: string;
        };
        ConveneInput: {
            /** @enum {string} */
            kind: "regular" | "emergency";
            /** @description Room or building; no persons */
            place?: string | null;
            /** Format: date-time */
            scheduledFor: string;
        };
        CorrectIdentityInput: {
            identity: components["schemas"]["Identity"];
        };
        CorrectPersonInput: {
            ageBand?: string;
            riskFactors?: string[];
            sex?: string;
        };
        CorrectTier2Input: {
            ageBand?: string;
            interpreterNeeded?: string;
            protectiveFactors?: string[];
            riskFactors: string[];
            sectors?: string[];
            sex?: string;
            studyFlags?: string[];
            type: string;
        };
        CreateAgencyRequest: {
            name: string;
            /** @description A sector of the codebook */
            sector: string;
        };
        CreateTableRequest: {
            /**
             * Format: date
             * @description A day of a week in which the table meets
             */
            meetingAnchorOn?: Day;
            /** @description Where there are several: counts instead, and has meetingWeekday in it */
            meetingDays?: number[];
            /** @description Every week, or every two weeks */
            meetingEveryWeeks?: number;
            /** @description HH:MM at the table; 09:30 unless given */
            meetingTime?: string;
            /** @description ISO: 1 Monday to 7 Sunday */
            meetingWeekday: number;
            name: string;
            region: string;
            /** @description IANA time zone */
            timeZone: string;
        };
        CreateUserRequest: {
            /**
             * Format: uuid
             * @description Whose privacy officer gives the code; null for administrators and auditors to be
             */
            agencyId: string | null;
            displayName: string;
            /** @enum {string} */
            language: "en" | "fr";
            /** @description Where the invitation is mailed; the answer then holds no token */
            mailAddress?: string;
            signInName: string;
        };
        CutYear: {
            /** @description Fewer than 11 records in all: nothing can be shown */
            withheld: boolean;
            year: number;
        };
        DeclineInput: {
            /**
             * Format: uuid
             * @description Coordinator only: the agency without an account
             */
            agency?: string;
            /** @description A code of the list for this step */
            reason: string;
        };
        DeidentifiedInput: {
            /** @description ageBand */
            ageBand?: string;
            /** @description interpreterNeeded: which language is not said here */
            interpreterNeeded?: string;
            /** @description ownMeans: what the agency tried by itself */
            ownMeans?: string[];
            persons?: components["schemas"]["PersonInput"][];
            /** @description protectiveFactor */
            protectiveFactors?: string[];
            /** @description riskFactor */
            riskFactors: string[];
            /** @description sector: those that seem to be needed */
            sectors?: string[];
            /** @description sex */
            sex?: string;
            /** @description studyFlag */
            studyFlags?: string[];
            /** @description De-identified; certain identifiers block bringing it to the table */
            summary?: string;
            /** @description situationType */
            type: string;
        };
        DemoClockResponse: {
            /** Format: date-time */
            now: string;
        };
        DestroyedRows: {
            /** @description Rows of every kind, keys too */
            all: number;
            keys: number;
            /** @description Rows with sealed text of identifiers and full content */
            sealedTexts: number;
        };
        DigitsResponse: {
            digits: string;
            /** Format: date-time */
            until: string;
        };
        DueSituation: {
            /** Format: date */
            concludedOn: Day;
            /**
             * Format: date
             * @description Destroyed on this day unless a hold stands
             */
            destroyOn: Day;
            /**
             * Format: uuid
             * @description Early destruction was asked for and waits
             */
            earlyDestructionId: string | null;
            /** @description A hold of any agency stands */
            held: boolean;
            number: string;
            sealed: boolean;
            /** Format: uuid */
            situationId: string;
            table: string;
        };
        EarlyDestruction: {
            /** @description Whose privacy officer asks */
            agency: string;
            /** Format: date-time */
            askedAt: string;
            /** @enum {string} */
            consent: "written" | "verbal" | "guardian" | "substituteDecisionMaker";
            /** Format: date */
            consentedOn: Day;
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            situationId: string;
        };
        EarlyDestructionInput: {
            /**
             * @description How the person, or who may speak for them, consented
             * @enum {string}
             */
            consent: "written" | "verbal" | "guardian" | "substituteDecisionMaker";
            /** Format: date */
            consentedOn: Day;
            /** Format: uuid */
            situation: string;
        };
        EndReceipt: {
            ended: number;
        };
        EnrolmentResponse: {
            address: string;
        };
        ExitView: {
            /** @enum {string} */
            kind: "rejected" | "returned" | "withdrawn";
            reason: string | null;
            type: string;
        };
        ExportView: {
            /** @description The second person’s role */
            approvedAs: string | null;
            /** Format: date-time */
            approvedAt: string | null;
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            id: string;
            own: boolean;
            year: number;
        };
        FaceToFaceRequest: {
            digits: string;
        };
        FigureCell: {
            and?: string | null;
            /** @description Code of the first dimension; null: not applicable */
            by: string | null;
            records: number;
        };
        FigureTable: {
            cells: components["schemas"]["FigureCell"][];
            dimensions: string[];
            /** @description All that stands in no shown class: 0 or at least 11 */
            remainder: number;
            threshold: number;
            total: number;
            year: number;
        };
        FoundingResponse: {
            agencies: components["schemas"]["ListedAgencyResponse"][];
            confirmedByMe: boolean;
            coordinatorConfirmed: boolean;
            coordinators: components["schemas"]["ListedPersonResponse"][];
            /** @description Two of these officers are of independent origin */
            independentPair: boolean;
            /** @description Until the first situation */
            isFounding: boolean;
            /** @description Names just this list; it is given back to confirm it */
            listHash: string;
            /** @description This seat is new here and has still to read the list, which is of today */
            listToSee: boolean;
            /** @description Agencies whose privacy officer confirmed this list */
            officersConfirmed: number;
        };
        FromInput: {
            /**
             * Format: uuid
             * @description The agency that nobody represents any more
             */
            from: string;
        };
        GapInput: {
            /** @description serviceType that was needed and not to be had */
            service: string;
        };
        GapView: {
            agency: components["schemas"]["AgencyRef"];
            /** Format: uuid */
            id: string;
            month: string;
            service: string;
        };
        GivenCodeResponse: {
            code: string | null;
            /** Format: date-time */
            opensAt: string;
        };
        GuardFinding: {
            end: number;
            kind: string;
            start: number;
        };
        HandBackInput: {
            /** @description withdrawalReason for what the agency brought, leaveReason for its role */
            reason: string;
        };
        HoldReasonInput: {
            /** @enum {string} */
            reason: "litigation" | "investigation" | "complaint" | "accessRequest" | "courtOrder";
        };
        HoldRequest: {
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            reason: "litigation" | "investigation" | "complaint" | "accessRequest" | "courtOrder";
            /** Format: uuid */
            situationId: string;
            table: string;
        };
        Holiday: {
            /** @description What the day is; no persons */
            name: string | null;
            /** Format: date */
            on: Day;
        };
        HolidaysInput: {
            /** @description All holidays; what is left out is none any more */
            days: components["schemas"]["Holiday"][];
        };
        HolidaysView: {
            days: components["schemas"]["Holiday"][];
            version: number;
        };
        Identity: {
            address?: string;
            alsoKnownAs?: string;
            /** Format: date */
            birthDate?: Day;
            familyName: string;
            givenNames: string;
            /** @description Other limited identifiers that the table agreed on */
            other?: string;
        };
        IdentityChangedAnswer: {
            /** @description What the one who writes may look at again; nothing is refused for it */
            hints: "birthDateOutsideAgeBand"[];
            /** Format: uuid */
            id: string;
            version: number;
        };
        IdentityList: {
            rows: components["schemas"]["IdentityView"][];
        };
        IdentityView: {
            agency: components["schemas"]["AgencyRef"];
            /** Format: uuid */
            id: string;
            identity: components["schemas"]["Identity"];
            /** Format: uuid */
            personId: string | null;
            version: number;
        };
        InvitationResponse: {
            /** Format: uuid */
            agencyId: string | null;
            codeGiven: boolean;
            codeNeeded: boolean;
            confirmed: boolean;
            /** @description Somebody saw the invitee and typed the digits of their screen */
            confirmedFaceToFace: boolean;
            displayName: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "first" | "reset";
            /** Format: date-time */
            opensAt: string;
            /** @enum {string} */
            state: "waiting" | "redeemed" | "cancelled" | "expired";
            /** Format: uuid */
            userId: string;
            /** @description No privacy officer can give the code: another administrator confirms */
            waitsForAdministrator: boolean;
        };
        InvitedResponse: {
            /** Format: uuid */
            invitationId: string;
            /** @description For the invitee alone */
            token: string | null;
            /** Format: uuid */
            userId: string;
        };
        JoiningResponse: {
            /** Format: uuid */
            agencyId: string;
            agencyName: string;
            /** Format: date-time */
            askedAt: string;
            askedByMe: boolean;
            coordinatorSaidYes: boolean;
            hasAccount: boolean;
            /** Format: uuid */
            id: string;
            mineSaidYes: boolean;
            /** @description The privacy officer of an agency of the table */
            officerSaidYes: boolean;
            /** Format: uuid */
            tableId: string;
            tableName: string;
        };
        JoinRequest: {
            code?: string;
            password: string;
            token: string;
        };
        KeyringResponse: {
            earlier: components["schemas"]["RetiredEpochResponse"][];
            /**
             * Format: date-time
             * @description When the current epoch began
             */
            epochBeganAt: string;
            /** @description There are older ones than `earlier` names */
            hasOlder: boolean;
            /** @description Keys are being wrapped again, or that was cut off */
            rolling: boolean;
            /**
             * Format: date-time
             * @description When it is due to end
             */
            rollsAt: string;
        };
        LedgerEntry: {
            agency: components["schemas"]["AgencyRef"];
            basis: string;
            /** Format: date-time */
            grantedAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            revokedAt: string | null;
            revokedBecause: string | null;
            tier: number;
        };
        LedgerView: {
            rows: components["schemas"]["LedgerEntry"][];
        };
        ListedAgencyResponse: {
            /** Format: uuid */
            agencyId: string;
            hasAccount: boolean;
            name: string;
            people: components["schemas"]["ListedPersonResponse"][];
        };
        ListedPersonResponse: {
            displayName: string;
            /** @enum {string} */
            persona: "rep" | "coordinator" | "auditor" | "administrator" | "privacy";
            /** Format: uuid */
            userId: string;
        };
        ListView: {
            /** @description Words can be edited, codes neither added nor retired */
            closed: boolean;
            groupList: string | null;
            list: string;
            /** @description Tables may add terms of their own */
            takesLocal: boolean;
            terms: components["schemas"]["TermView"][];
        };
        MadeHold: {
            /** Format: uuid */
            id: string;
        };
        MadeOpening: {
            /** Format: uuid */
            id: string;
        };
        MadeResponse: {
            /** Format: uuid */
            id: string;
        };
        MadeYouthItem: {
            /** Format: uuid */
            id: string;
        };
        MailPreferencesRequest: {
            quietFrom: string;
            quietUntil: string;
            wanted: boolean;
        };
        MailProfileResponse: {
            address: string | null;
            /** @description Waits to be confirmed by its code */
            pendingAddress: string | null;
            quietFrom: string;
            quietUntil: string;
            wanted: boolean;
        };
        Manifest: {
            approvedAs: string | null;
            method: components["schemas"]["ManifestText"];
            profile: string;
            /** @description Records listed */
            records: number;
            /** @description Records not listed: 0 or at least 11 */
            remainder: number;
            /** @description SHA-256 of the file */
            sha256: string;
            terms: components["schemas"]["ManifestText"];
            threshold: number;
            title: components["schemas"]["ManifestText"];
            /** @description Columns left empty */
            withheld: string[];
            year: number;
        };
        ManifestText: {
            en: string;
            fr: string;
        };
        MeetingReceipt: {
            /** Format: uuid */
            id: string;
            version: number;
        };
        MeetingRule: {
            /**
             * Format: date
             * @description A day of a week in which the table meets, where it meets every two weeks
             */
            anchorOn: Day;
            /** @description ISO: 1 Monday to 7 Sunday */
            days: number[];
            everyWeeks: number;
            /**
             * Format: date
             * @description The day from which it holds
             */
            from: Day;
            /** @description HH:MM; the same hour before and after summer time */
            time: string;
        };
        MeetingRuleInput: {
            /**
             * Format: date
             * @description Where left out: the week of the day from which it holds
             */
            anchorOn?: Day;
            /** @description ISO: 1 Monday to 7 Sunday */
            days: number[];
            everyWeeks: number;
            /**
             * Format: date
             * @description Where left out: today; tomorrow once today’s hour has come
             */
            from?: Day;
            /** @description HH:MM at the table */
            time: string;
        };
        MeetingRuleReceipt: {
            version: number;
        };
        MeetingRuleView: {
            /**
             * Format: date
             * @description A day of a week in which the table meets, where it meets every two weeks
             */
            anchorOn: Day;
            /** @description ISO: 1 Monday to 7 Sunday */
            days: number[];
            everyWeeks: number;
            /**
             * Format: date
             * @description The day from which it holds
             */
            from: Day;
            /** @description The rule that follows, where one is set */
            next: components["schemas"]["MeetingRule"] | null;
            /** @description HH:MM; the same hour before and after summer time */
            time: string;
            /** @description IANA */
            timeZone: string;
            version: number;
        };
        MeetingView: {
            /** Format: date-time */
            closedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "regular" | "emergency";
            /** Format: date-time */
            openedAt: string | null;
            place: string | null;
            /** Format: date-time */
            scheduledFor: string;
            /** @enum {string} */
            state: "scheduled" | "calledOff" | "skipped" | "open" | "closed";
            /** @description 0: planned by the rule, untouched until now */
            version: number;
        };
        MeResponse: {
            displayName: string;
            /** @enum {string} */
            language: "en" | "fr";
            /**
             * Format: date-time
             * @description The time at which work happens; a demo may be ahead of the wall clock
             */
            now: string;
            recoveryCodesLeft: number;
            seats: components["schemas"]["OwnSeatResponse"][];
            secondFactor: boolean;
            /** Format: date-time */
            sessionEndsAt: string;
            signInName: string;
            /** @description Whether a proof given lately still opens the acts that want one */
            stepUpHolds: boolean;
            /** Format: uuid */
            userId: string;
        };
        MinutesAgency: {
            agency: string;
            /** @enum {string} */
            mode: "room" | "remote";
        };
        MinutesLine: {
            decisions: ("riskRecorded" | "rejected" | "returned" | "withdrawn" | "identifiersReleased" | "assigned" | "leadConfirmed" | "concluded" | "reopened" | "moreInformation" | "reported")[];
            number: string;
            reason: string | null;
        };
        MinutesView: {
            /** @description The latest signed checkpoint of the audit */
            checkpoint: components["schemas"]["AgendaCheckpoint"] | null;
            /** Format: date-time */
            closedAt: string;
            /** Format: date */
            heldOn: Day;
            /** @enum {string} */
            kind: "regular" | "emergency";
            lines: components["schemas"]["MinutesLine"][];
            /** Format: date-time */
            openedAt: string;
            present: components["schemas"]["MinutesAgency"][];
            /**
             * Format: date
             * @description Printed copies are shredded by the next meeting day
             */
            shredBy: Day;
        };
        MovedAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The stage it stands at now */
            stage: string;
            version: number;
        };
        NamedResponse: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        NoteDecisionInput: {
            /**
             * @description Null takes the note back
             * @enum {string|null}
             */
            noted: "moreInformation" | "reported" | null;
        };
        NoteInput: {
            /** @description De-identified; certain identifiers are refused */
            text: string;
        };
        NoteView: {
            /** @description Null: the coordinator */
            agency: components["schemas"]["AgencyRef"] | null;
            /** Format: uuid */
            id: string;
            text: string;
            /** Format: date-time */
            writtenAt: string;
        };
        NoticeResponse: {
            /** Format: uuid */
            agencyId: string | null;
            code: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Of a meeting: when it is
             */
            meetsAt: string | null;
            /**
             * Format: date-time
             * @description Of a meeting: when it was to be
             */
            meetsWas: string | null;
            /** @description The situation’s, where it is about one */
            number: string | null;
            /** Format: uuid */
            objectId: string | null;
            /** Format: date-time */
            seenAt: string | null;
        };
        OfferResponse: {
            /** Format: uuid */
            agencyId: string | null;
            /**
             * Format: date-time
             * @description When it begins without anybody’s word; null when it needs one
             */
            beginsAt: string | null;
            displayName: string;
            /** Format: uuid */
            employerAgencyId: string | null;
            /** Format: date-time */
            endsAt: string;
            /**
             * Format: date
             * @description The last day on which it acts, in `timeZone`
             */
            endsOn: Day;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            offeredAt: string;
            offeredByMe: boolean;
            /** @enum {string} */
            persona: "rep" | "coordinator" | "auditor" | "administrator" | "privacy";
            /**
             * Format: uuid
             * @description The seat that it would renew
             */
            renewsSeatId: string | null;
            /** Format: uuid */
            tableId: string | null;
            /** @description The table’s; UTC for a seat at no table */
            timeZone: string;
            /** Format: uuid */
            userId: string;
            /** @description The viewer may be the one who approves it */
            waitsForMe: boolean;
        };
        OfferSeatRequest: {
            /** Format: uuid */
            agencyId?: string;
            /** Format: uuid */
            employerAgencyId?: string;
            /**
             * Format: date-time
             * @description Within two years
             */
            endsAt: string;
            /** @enum {string} */
            persona: "rep" | "coordinator" | "auditor" | "administrator" | "privacy";
            signInName: string;
            /**
             * Format: uuid
             * @description Left out by a coordinator: the own table
             */
            tableId?: string;
        };
        OpenedPackage: {
            number: string;
            /** Format: uuid */
            situationId: string;
            texts: components["schemas"]["OpenedText"][];
        };
        OpenedText: {
            /** @description Which field, as `table.column` */
            field: string;
            text: string;
            tier: number;
        };
        Opening: {
            /** @description Whose privacy officer asks; the package holds what that agency wrote */
            agency: string;
            /**
             * Format: date-time
             * @description From then on the package can be read for thirty minutes
             */
            approvedAt: string | null;
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            id: string;
            /** @description Asked for by the viewer: somebody else must approve */
            mine: boolean;
            number: string;
            /** @enum {string} */
            purpose: "accessRequest" | "litigation" | "investigation" | "courtOrder";
            /** @description The viewer can read the package now */
            readable: boolean;
            /** Format: uuid */
            situationId: string;
            table: string;
            /** @description Can still be approved */
            waits: boolean;
        };
        OpenTask: {
            /** @description Whose role it is */
            agency: components["schemas"]["TaskAgency"] | null;
            /**
             * @description How the role ended
             * @enum {string|null}
             */
            because: "seatEnded" | "seatExpired" | "userDisabled" | "agencyLeft" | "agencyEnded" | null;
            due: boolean;
            /**
             * Format: date-time
             * @description From when the coordinator may act in the agency’s place
             */
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * @description Nobody represents an agency with a role in a situation; a table has no coordinator; an agency has no privacy officer
             * @enum {string}
             */
            kind: "handOver" | "coordinatorMissing" | "officerMissing";
            number: string | null;
            /** Format: date-time */
            openedAt: string;
            /** @enum {string|null} */
            role: "originating" | "lead" | "assisting" | null;
            /** Format: uuid */
            situationId: string | null;
            table: string;
        };
        OriginView: {
            agency: components["schemas"]["AgencyRef"];
            /** @enum {string} */
            onBehalf: "no" | "unconfirmed" | "confirmed";
        };
        OthersSeeRow: {
            all: ("header" | "origin" | "author" | "tier2" | "summary" | "notes" | "risk" | "tier3" | "answers" | "assignments" | "tier4" | "plan" | "reportBacks" | "reportBackDetails" | "consents" | "consentDetails" | "ledger" | "conclusionProposal" | "conclusion" | "exit" | "persons" | "services" | "safetyNotes" | "gaps")[];
            /** @description Only what the own agency wrote */
            own: string[];
            /** @enum {string} */
            who: "originating" | "seated" | "recipient" | "intervening" | "coordinator" | "otherTable" | "administrator" | "auditor";
        };
        OthersSeeView: {
            rows: components["schemas"]["OthersSeeRow"][];
        };
        OverdueResponse: {
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            what: "destruction" | "seal" | "digest" | "backup" | "keyDump" | "checkpoint" | "parked";
        };
        OwnCalendarView: {
            /**
             * Format: date-time
             * @description Null when there is no feed
             */
            madeAt: string | null;
        };
        OwnSeatResponse: {
            agency: components["schemas"]["NamedResponse"] | null;
            /** Format: date-time */
            endsAt: string;
            /** Format: uuid */
            id: string;
            /** @description Read the list of the table (`GET /tables/{id}/founding`) and say so before any work */
            listToSee: boolean;
            /** @enum {string} */
            persona: "rep" | "coordinator" | "auditor" | "administrator" | "privacy";
            table: components["schemas"]["NamedResponse"] | null;
            /** @description The table of that list: the table of this seat, or for an officer the first table of the agency */
            tableToSee: components["schemas"]["NamedResponse"] | null;
            timeZone: string | null;
        };
        OwnSessionResponse: {
            /** @description The session of this request */
            current: boolean;
            device: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            startedAt: string;
        };
        OwnSessionsResponse: {
            rows: components["schemas"]["OwnSessionResponse"][];
        };
        PairingView: {
            /** @description XXXX-XXXX, good once */
            code: string;
            /** Format: date-time */
            goodUntil: string;
        };
        PairInput: {
            /** @description As the projector shows it; case and hyphen do not matter */
            code: string;
        };
        PairReceipt: {
            /** Format: uuid */
            id: string;
        };
        ParkedResponse: {
            /** @description The SQLSTATE of the last try, or the name of its error */
            code: string;
            /** Format: uuid */
            id: string;
            /** @description The kind of job */
            kind: string;
            /** @description The name of an agency or user, or the server of a webhook; never which situation */
            label: string | null;
            /** Format: date-time */
            parkedAt: string;
            tableName: string | null;
            tries: number;
        };
        PartReceipt: {
            /**
             * Format: uuid
             * @description The meeting
             */
            id: string;
            /** @description The next version of what was changed; 0: there is nothing any more */
            version: number;
        };
        PersonInput: {
            /** @description ageBand */
            ageBand?: string;
            /** @description riskFactor */
            riskFactors?: string[];
            /** @description sex */
            sex?: string;
        };
        PersonRef: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PersonWordsInput: {
            /**
             * Format: uuid
             * @description The affected person that it is about
             */
            personId?: string;
            text: string;
        };
        PlaceAgencyRequest: {
            hasAccount: boolean;
        };
        PlaceResponse: {
            /** Format: uuid */
            agencyId: string;
            hasAccount: boolean;
            /** Format: date */
            joinedOn: Day;
            name: string;
            sector: string;
        };
        PreviewView: {
            blocking: components["schemas"]["GuardFinding"][];
            card: components["schemas"]["DeidentifiedInput"];
        };
        ProbeView: {
            /** @enum {string} */
            status: "alive" | "ready";
        };
        Problem: {
            /** @enum {string} */
            code: "account.mail.codeRefused" | "account.mail.tooManyCodes" | "account.password.tooCommon" | "account.password.tooLong" | "account.password.tooShort" | "account.proof.refused" | "account.setUp.refused" | "account.signIn.refused" | "account.stepUp.needed" | "account.totp.notStarted" | "agency.change.ended" | "agency.change.nameTaken" | "agency.change.waits" | "agency.create.nameTaken" | "agency.end.ended" | "agency.sectorUnknown" | "code.notActive" | "code.twice" | "codebook.change.anotherIsOpen" | "codebook.change.codeOfOtherScope" | "codebook.change.codeTaken" | "codebook.change.decidedAlready" | "codebook.change.identifierInText" | "codebook.change.labelTaken" | "codebook.change.listClosed" | "codebook.change.listTakesNoLocal" | "codebook.change.needsFirstDay" | "codebook.change.needsLabel" | "codebook.change.retiresInThePast" | "codebook.change.termChangedSince" | "codebook.change.unknownGroup" | "codebook.change.unknownList" | "codebook.change.unknownMapping" | "codebook.change.unknownTheme" | "codebook.publish.frenchEqualsEnglish" | "codebook.publish.needsEnglish" | "codebook.publish.needsFrench" | "codebook.publish.needsSecondPerson" | "demoClock.step" | "destruction.askedAlready" | "destruction.askerLeft" | "destruction.consentDate" | "destruction.samePerson" | "hold.askedAlready" | "hold.liftedAlready" | "hold.reviewDate" | "hold.stage" | "hold.standsAlready" | "idempotency.keyMalformed" | "idempotency.keyMissing" | "idempotency.keyReused" | "invitation.confirm.samePerson" | "invitation.early" | "invitation.faceToFace.wrong" | "invitation.giveCode.samePerson" | "invitation.over" | "invitation.refused" | "joining.decided" | "joining.otherWanted" | "joining.samePerson" | "meeting.anotherOpen" | "meeting.attendanceBasis" | "meeting.cardNotOpen" | "meeting.decisionNotNow" | "meeting.inThePast" | "meeting.notOpen" | "meeting.notScheduled" | "meeting.nothingToRestore" | "meeting.placeIdentifies" | "meeting.rulePast" | "meeting.sameTime" | "move.agenciesAtTable" | "move.agencyHasNoRole" | "move.agencyMayTakeOver" | "move.answerGiven" | "move.assistingAcceptedNamed" | "move.assistingHandedOver" | "move.basisGiven" | "move.fourPointsMet" | "move.joinedSituationNamed" | "move.leadHandedOver" | "move.leadProposed" | "move.meetingOpenWithTwoAgencies" | "move.noCertainIdentifier" | "move.notOwnAgency" | "move.notTheBringer" | "move.notTheRecorder" | "move.notYourRole" | "move.onBehalfConfirmed" | "move.onBehalfUnconfirmed" | "move.originatorGone" | "move.ownMeansExhausted" | "move.partsDistinct" | "move.reasonGiven" | "move.recipientsNamed" | "move.riskFactorsNamed" | "move.riskNotRecorded" | "move.riskRecorded" | "move.riskReticked" | "move.roleFree" | "move.roleHandedOver" | "move.roundClosed" | "move.roundOpen" | "move.tableRuleFollowed" | "move.toldGiven" | "move.unknown" | "move.unusedParameter" | "move.withinCorrectionWindow" | "move.withinTenMinutes" | "move.wrongStage" | "opening.approvedAlready" | "opening.askedAlready" | "opening.notApproved" | "opening.samePerson" | "opening.stage" | "opening.tooLate" | "permission.refused" | "projector.codeUnknown" | "request.badAddress" | "request.badEncoding" | "request.collided" | "request.conflict" | "request.controlCharacter" | "request.crossOrigin" | "request.cursorInvalid" | "request.duplicateHeader" | "request.duplicateKey" | "request.duplicateParameter" | "request.forbiddenKey" | "request.headersTooLarge" | "request.ifMatchMalformed" | "request.ifMatchMissing" | "request.invalid" | "request.malformed" | "request.notFound" | "request.stale" | "request.timeout" | "request.tooDeep" | "request.tooLarge" | "request.tooMany" | "request.unsupportedType" | "request.wrongHost" | "retention.held" | "retention.notDue" | "retention.notSealed" | "review.moreSince" | "review.noteIdentifies" | "review.noteNames" | "review.own" | "review.signedOff" | "seat.agencyWithoutAccount" | "seat.approve.samePerson" | "seat.approve.tooLate" | "seat.decide.decided" | "seat.dutiesApart" | "seat.end.lastAdministrator" | "seat.heldAlready" | "seat.needed" | "seat.notYours" | "seat.offer.endNotInTwoYears" | "seat.offer.officerComing" | "seat.offer.self" | "seat.offer.waitsAlready" | "seat.officerApart" | "seat.over" | "seat.renew.self" | "secondPerson.notIndependent" | "service.busy" | "service.failed" | "service.unavailable" | "session.needed" | "statistics.export.approvedAlready" | "statistics.export.notApproved" | "statistics.export.secondPerson" | "statistics.year.notCut" | "table.approveSettings.administratorWanted" | "table.approveSettings.decided" | "table.approveSettings.samePerson" | "table.change.ended" | "table.change.nameTaken" | "table.change.waits" | "table.create.nameTaken" | "table.end.ended" | "table.founding.listChanged" | "table.founding.listSeen" | "table.founding.over" | "table.founding.unconfirmed" | "table.place.seatsLive" | "table.place.waitsAlready" | "table.proposeSettings.oneOpen" | "table.suggestions.unknown" | "table.withdrawSettings.notYours" | "task.closed" | "task.notARole" | "task.represented" | "task.roleEnded" | "user.create.nameTaken" | "user.disable.lastAdministrator" | "user.enable.notYetSignedIn" | "user.reset.disabled" | "user.reset.self" | "webhook.add.tooMany" | "youthItem.destroyBy" | "youthItem.recipients";
            detail: string;
            fields?: {
                character?: string;
                field: string;
                /** @description Which character of the text is refused */
                place?: number;
                rule: string;
            }[];
            /** @description What to do now */
            next: string;
            /** Format: uuid */
            requestId: string;
            status: number;
            title: string;
            /** Format: uri */
            type: string;
        };
        ProfileResponse: {
            displayName: string;
            /** @enum {string} */
            language: "en" | "fr";
            mail: components["schemas"]["MailProfileResponse"];
            signInName: string;
        };
        ProjectedCard: {
            ageBand: string | null;
            interpreterNeeded: string | null;
            number: string;
            /** @description Of the originating agency; which agency is not shown */
            originatingSector: string;
            persons: components["schemas"]["ProjectedPerson"][];
            protectiveFactors: string[];
            riskFactors: string[];
            sectors: string[];
            sex: string | null;
            /** @enum {string} */
            stage: "screening" | "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "destroyed";
            studyFlags: string[];
            /** @description Only while the coordinator has put it on the wall */
            summary: string | null;
            /** @description The words for the codes above */
            terms: components["schemas"]["ProjectedTerm"][];
            type: string;
        };
        ProjectedPerson: {
            ageBand: string | null;
            riskFactors: string[];
            sex: string | null;
        };
        ProjectedTerm: {
            /** @description Of a risk or protective factor: the category that it says little without */
            categoryEn: string | null;
            categoryFr: string | null;
            code: string;
            labelEn: string;
            labelFr: string;
            list: string;
        };
        ProjectorView: {
            card: components["schemas"]["ProjectedCard"] | null;
            /** @enum {string} */
            state: "noMeeting" | "shaded" | "noCard" | "card";
        };
        ProofRequest: {
            code?: string;
            password?: string;
        };
        ProofResponse: {
            /** Format: date-time */
            holdsUntil: string;
        };
        ProposeAddressRequest: {
            address: string;
        };
        ProposeSettingsRequest: {
            /** @enum {string} */
            identifierRecipients?: "everyoneSeated" | "agenciesAsked" | "nobody";
            retentionMonths?: number;
            /** @enum {string} */
            riskRule?: "vote" | "agreement";
        };
        ReadyView: {
            /** @enum {string} */
            jobs: "well" | "failing" | "off" | "unknown";
            /** @enum {string} */
            status: "alive" | "ready";
        };
        ReasonInput: {
            /** @description A code of the list for this step */
            reason: string;
        };
        ReassignInput: {
            /**
             * Format: uuid
             * @description The agency that takes its role over
             */
            agency: string;
            /**
             * Format: uuid
             * @description The agency that nobody represents any more
             */
            from: string;
        };
        RecordRiskInput: {
            /**
             * @description As the table’s rule says
             * @enum {string}
             */
            decidedBy: "vote" | "agreement";
            /** @description All four must be met */
            fourPoints: ("significantInterest" | "highProbability" | "severeHarm" | "multiAgency")[];
        };
        RecoveryCodesResponse: {
            codes: string[];
        };
        RefusalResponse: {
            code: string;
            /** Format: date-time */
            minute: string;
            /** @description A keyed pseudonym of the address: the same for the same source, and nothing else; empty where many were counted together */
            source: string;
            times: number;
            /** Format: uuid */
            userId: string | null;
        };
        ReleaseInput: {
            /** @description The agencies that hear the identifiers, where the table’s setting asks for them */
            agencies?: string[];
            /** @description legalBasis */
            basis: string;
        };
        RenewalResponse: {
            /**
             * Format: uuid
             * @description The offer that waits for approval; null when the seat is renewed
             */
            offerId: string | null;
        };
        RenewSeatRequest: {
            /**
             * Format: date-time
             * @description Within two years
             */
            endsAt: string;
        };
        ReportBackInput: {
            /** @description For the intervening agencies alone */
            detail?: string;
            /** @description reportBack: the coded status that the table sees */
            status: string;
            stillElevated?: boolean;
        };
        ReportBackView: {
            agency: components["schemas"]["AgencyRef"];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            reportedAt: string;
            status: string;
            stillElevated: boolean | null;
        };
        RescheduleInput: {
            /** @description Room or building; no persons */
            place?: string | null;
            /** Format: date-time */
            scheduledFor: string;
        };
        ResetsStoppedResponse: {
            stopped: number;
        };
        RetiredEpochResponse: {
            /**
             * Format: date-time
             * @description From then on nothing that was wrapped under it opens
             */
            destroyedAt: string | null;
            /** Format: date-time */
            retiredAt: string;
        };
        Review: {
            /** @description A digest called it before */
            calledBefore: boolean;
            /** @enum {string|null} */
            finding: "inOrder" | "spokenTo" | "takenFurther" | null;
            /** Format: date-time */
            firstAt: string;
            /** Format: uuid */
            id: string;
            /**
             * @description Opened identities without a part in it, out of hours at the table, many within an hour, or of somebody of the own surname
             * @enum {string}
             */
            kind: "withoutRole" | "outOfHours" | "manyInAnHour" | "sameSurname";
            /** Format: date-time */
            lastAt: string;
            /** @description The viewer’s own openings: another officer signs them off */
            mine: boolean;
            note: string | null;
            number: string;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewedBy: string | null;
            table: string;
            /** @description How many openings; signing off names it */
            times: number;
            /** @description Somebody of the own agency */
            who: string;
        };
        RiskView: {
            /** @description Agency ids */
            agenciesPresent: string[];
            /** @enum {string} */
            decidedBy: "vote" | "agreement";
            fourPoints: string[];
            /** Format: date-time */
            recordedAt: string;
        };
        SawEntry: {
            action: string;
            agency: string | null;
            /** Format: date-time */
            at: string;
            fields: string[];
            /** @enum {string} */
            outcome: "allow" | "hide" | "deny" | "error";
            persona: string | null;
            purpose: string | null;
            who: string | null;
        };
        ScreeningHeader: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ScreeningInput: {
            /** @description ageBand */
            ageBand?: string;
            /** @description interpreterNeeded: which language is not said here */
            interpreterNeeded?: string;
            /** @description ownMeans: what the agency tried by itself */
            ownMeans?: string[];
            persons?: components["schemas"]["PersonInput"][];
            /** @description For this agency alone; never leaves filter 1 */
            privateNote?: string;
            /** @description protectiveFactor */
            protectiveFactors?: string[];
            /** @description riskFactor */
            riskFactors: string[];
            /** @description sector: those that seem to be needed */
            sectors?: string[];
            /** @description sex */
            sex?: string;
            /** @description studyFlag */
            studyFlags?: string[];
            /** @description De-identified; certain identifiers block bringing it to the table */
            summary?: string;
            /** @description situationType */
            type: string;
        };
        ScreeningView: {
            content: components["schemas"]["ScreeningInput"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        SeatMadeResponse: {
            /** Format: uuid */
            seatId: string;
        };
        SeatResponse: {
            /** Format: uuid */
            agencyId: string | null;
            agencyName: string | null;
            displayName: string;
            /** Format: uuid */
            employerAgencyId: string | null;
            /** Format: date-time */
            endsAt: string;
            /**
             * Format: date
             * @description The last day on which it acts, in `timeZone`
             */
            endsOn: Day;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            persona: "rep" | "coordinator" | "auditor" | "administrator" | "privacy";
            /** Format: date-time */
            startsAt: string;
            /** Format: uuid */
            tableId: string | null;
            /** @description The table’s; UTC for a seat at no table */
            timeZone: string;
            /** Format: uuid */
            userId: string;
        };
        SecondFactorRequest: {
            challenge: string;
            code?: string;
            recoveryCode?: string;
        };
        SendBackInput: {
            /** @description With reason `joined`: the number of the situation it belongs to */
            joined?: string;
            /** @description A code of the list for this step */
            reason: string;
        };
        ServiceInput: {
            /** @description mobilization */
            mobilization: string;
            /** @description serviceType */
            service: string;
        };
        ServiceView: {
            agency: components["schemas"]["AgencyRef"];
            /** Format: uuid */
            id: string;
            mobilization: string;
            month: string;
            service: string;
        };
        SessionsEndedResponse: {
            ended: number;
        };
        SetHoldInput: {
            /** @enum {string} */
            reason: "litigation" | "investigation" | "complaint" | "accessRequest" | "courtOrder";
            /**
             * Format: date
             * @description Within a year
             */
            reviewOn: Day;
            /** Format: uuid */
            situation: string;
        };
        SettingsChangeResponse: {
            administratorApproved: boolean;
            /** Format: date-time */
            decidedAt: string | null;
            /** @enum {string|null} */
            decision: "applied" | "withdrawn" | null;
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            identifierRecipients: "everyoneSeated" | "agenciesAsked" | "nobody" | null;
            /** Format: date-time */
            proposedAt: string;
            proposedByMe: boolean;
            retentionMonths: number | null;
            /** @enum {string|null} */
            riskRule: "vote" | "agreement" | null;
            secondApproved: boolean;
            /** Format: uuid */
            tableId: string;
        };
        SetUpRequest: {
            code: string;
            displayName: string;
            /** @enum {string} */
            language: "en" | "fr";
            password: string;
            signInName: string;
        };
        ShadeInput: {
            on: boolean;
        };
        ShadeReceipt: {
            on: boolean;
        };
        ShowDigitsRequest: {
            token: string;
        };
        SignedOff: {
            /** Format: uuid */
            id: string;
        };
        SignInRequest: {
            password: string;
            signInName: string;
        };
        SignInResponse: {
            /** @description Goes with the code within five minutes; null when signed in */
            challenge: string | null;
            /**
             * @description session: signed in, the cookie is set. secondFactor: send the challenge with a code.
             * @enum {string}
             */
            next: "session" | "secondFactor";
        };
        SignOffInput: {
            /** @enum {string} */
            finding: "inOrder" | "spokenTo" | "takenFurther";
            /** @description It stays in the audit for ever: no name, and nothing that identifies */
            note?: string;
            /** @description The openings that were looked at; more since then refuse it */
            times: number;
        };
        SituationHold: {
            agency: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            liftedAt: string | null;
            /** @enum {string} */
            reason: "litigation" | "investigation" | "complaint" | "accessRequest" | "courtOrder";
            /** Format: date */
            reviewOn: Day;
            /** Format: date-time */
            setAt: string;
        };
        SituationListRow: {
            ageBand: string | null;
            /**
             * Format: date-time
             * @description Of the own agency’s first contact, until it has reported
             */
            contactDueAt: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            leadAgency: string | null;
            number: string;
            /** @description YYYY-MM */
            openedMonth: string;
            /** Format: uuid */
            originatingAgency: string | null;
            /** @description The own agency’s open role */
            ownRole: string | null;
            ownState: string | null;
            /** @description Coded reason of a conclusion or exit */
            reason: string | null;
            riskFactors: string[] | null;
            sex: string | null;
            /** @enum {string} */
            stage: "screening" | "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "destroyed";
            type: string | null;
            version: number;
        };
        SituationView: {
            answers?: components["schemas"]["AnswerView"][];
            assignments?: components["schemas"]["AssignmentView"][];
            author?: components["schemas"]["PersonRef"];
            conclusion?: components["schemas"]["ConclusionView"];
            conclusionProposal?: components["schemas"]["ConclusionProposalView"];
            consents?: components["schemas"]["ConsentView"][];
            exit?: components["schemas"]["ExitView"];
            gaps?: components["schemas"]["GapView"][];
            /** Format: uuid */
            id: string;
            notes?: components["schemas"]["NoteView"][];
            number: string;
            /** @description Moves that fit the stage, this seat’s role and how the situation stands */
            offered: string[];
            openedMonth: string;
            origin?: components["schemas"]["OriginView"];
            persons?: components["schemas"]["AffectedPersonView"][];
            reportBacks?: components["schemas"]["ReportBackView"][];
            risk?: components["schemas"]["RiskView"];
            services?: components["schemas"]["ServiceView"][];
            /** @enum {string} */
            stage: "screening" | "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "destroyed";
            summary?: components["schemas"]["SummaryView"];
            tier2?: components["schemas"]["Tier2View"];
            /** @description For If-Match of a move: `"v<version>"` */
            version: number;
        };
        StepView: {
            /** Format: date-time */
            at: string;
            move: string;
            /** @enum {string} */
            stage: "screening" | "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "destroyed";
        };
        SuggestionResponse: {
            group: string;
            /** @description The product’s rule, not one of the table’s own */
            isDefault: boolean;
            sectors: string[];
        };
        SuggestSectorsRequest: {
            group: string;
            sectors?: string[];
        };
        SummaryInput: {
            /** @description De-identified; certain identifiers are refused */
            text: string | null;
        };
        SummaryView: {
            text: string | null;
            version: number;
        };
        TableActResponse: {
            agencyName: string | null;
            /** Format: date-time */
            at: string;
            /** @description Who did it */
            byName: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            persona: "rep" | "coordinator" | "auditor" | "administrator" | "privacy" | null;
            /** @description Whom it concerns */
            subjectName: string | null;
            /** Format: uuid */
            tableId: string;
            tableName: string;
            /** @enum {string} */
            what: "joiningAsked" | "joined" | "left" | "seatOffered" | "seated" | "seatEnded" | "enabled" | "disabled" | "resetStarted" | "reset" | "administratorOffered" | "administratorSeated" | "listConfirmed" | "renamed" | "tableEnded";
        };
        TableResponse: {
            correctionDays: number;
            /** Format: date-time */
            endedAt: string | null;
            /** @description A warning: a table has at least two coordinators. Null to whom the seats are not shown. */
            fewCoordinators: boolean | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            identifierRecipients: "everyoneSeated" | "agenciesAsked" | "nobody";
            /** @description Until its first situation: who sits there is confirmed before */
            isFounding: boolean;
            /** Format: date */
            meetingAnchorOn: Day;
            /** @description Of the rule that holds today; ISO: 1 Monday to 7 Sunday */
            meetingDays: number[];
            meetingEveryWeeks: number;
            meetingTime: string;
            /** @description The first of meetingDays */
            meetingWeekday: number;
            name: string;
            region: string;
            /** @description Of the region: tables that name it alike have the same */
            regionCode: string;
            retentionMonths: number;
            /** @enum {string} */
            riskRule: "vote" | "agreement";
            timeZone: string;
        };
        TableWithAgenciesResponse: {
            agencies: components["schemas"]["PlaceResponse"][];
            correctionDays: number;
            /** Format: date-time */
            endedAt: string | null;
            /** @description A warning: a table has at least two coordinators. Null to whom the seats are not shown. */
            fewCoordinators: boolean | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            identifierRecipients: "everyoneSeated" | "agenciesAsked" | "nobody";
            /** @description Until its first situation: who sits there is confirmed before */
            isFounding: boolean;
            /** @description Agencies that wait for a yes from inside */
            joining: components["schemas"]["JoiningResponse"][];
            /** Format: date */
            meetingAnchorOn: Day;
            /** @description Of the rule that holds today; ISO: 1 Monday to 7 Sunday */
            meetingDays: number[];
            meetingEveryWeeks: number;
            meetingTime: string;
            /** @description The first of meetingDays */
            meetingWeekday: number;
            name: string;
            region: string;
            /** @description Of the region: tables that name it alike have the same */
            regionCode: string;
            retentionMonths: number;
            /** @enum {string} */
            riskRule: "vote" | "agreement";
            suggestions: components["schemas"]["SuggestionResponse"][];
            timeZone: string;
        };
        TaskAgency: {
            /** Format: uuid */
            id: string;
            name: string;
            sector: string;
        };
        TermContentInput: {
            /**
             * Format: date
             * @description First day on which it can be chosen; only of a new term
             */
            activeFrom?: Day;
            /**
             * Format: date
             * @description Last day on which it can be chosen; only when it is retired
             */
            activeTo?: Day;
            definitionEn?: string;
            definitionFr?: string;
            /** @description A code of the list that groups this one */
            group?: string;
            labelEn?: string;
            /** @description Needed before publication */
            labelFr?: string;
            /** @description The provincial code that it counts as; local terms need one */
            mapsTo?: string;
            /** @description The label is the same word in both languages */
            sameInBoth?: boolean;
            /** @description Risk factors only */
            theme?: string;
        };
        TermView: {
            /** Format: date */
            activeFrom: Day;
            /**
             * Format: date
             * @description The last day on which it can be chosen
             */
            activeTo: Day | null;
            code: string;
            definitionEn: string | null;
            definitionFr: string | null;
            group: string | null;
            labelEn: string;
            labelFr: string;
            mapsTo: string | null;
            /** @enum {string} */
            status: "confirmed" | "unconfirmed" | "added";
            /**
             * Format: uuid
             * @description The table of a local term
             */
            tableId: string | null;
            theme: string | null;
            /** @description `heading` and `bySystem` cannot be chosen */
            traits: ("heading" | "bySystem" | "needsNote" | "namesSituation")[];
        };
        Tier2View: {
            ageBand: string | null;
            interpreterNeeded: string | null;
            ownMeans: string[];
            protectiveFactors: string[];
            riskFactors: string[];
            sectors: string[];
            sex: string | null;
            studyFlags: string[];
            type: string;
            version: number;
        };
        TimelineView: {
            rows: components["schemas"]["StepView"][];
        };
        UserResponse: {
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "en" | "fr";
            signInName: string;
            /** @enum {string} */
            status: "invited" | "active" | "disabled";
        };
        VersionView: {
            name: string;
            /** Format: date-time */
            publishedAt: string;
            version: number;
        };
        WebhookMade: {
            /** Format: uuid */
            id: string;
            /** @description Signs every message (Standard Webhooks) */
            secret: string | null;
        };
        WebhookResponse: {
            /**
             * Format: date-time
             * @description Until then messages carry two signatures
             */
            earlierUntil: string | null;
            events: ("agency.joined" | "agency.left" | "codebook.published" | "seat.added" | "seat.ended" | "table.changed")[];
            /**
             * Format: date-time
             * @description Nothing has arrived since
             */
            failingSince: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            /**
             * Format: date-time
             * @description Nothing is sent any more
             */
            stoppedAt: string | null;
            url: string;
        };
        WebhookSecretMade: {
            /**
             * Format: date-time
             * @description Until then messages carry a signature by the secret before too
             */
            earlierUntil: string;
            secret: string | null;
        };
        WeekDone: {
            /** Format: date */
            concludedOn: Day;
            number: string;
            reason: string;
            /** Format: uuid */
            situationId: string;
        };
        WeekDraft: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WeekTask: {
            agency: string | null;
            /**
             * Format: uuid
             * @description The agency that it is about or that is waited for, where it is not the viewer’s
             */
            agencyId: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date */
            dueOn: Day | null;
            /** @enum {string} */
            kind: "answerAssignment" | "firstContact" | "reportBack" | "answerRound" | "releaseIdentifiers" | "confirmOnBehalf" | "closeRound" | "assign" | "assignAgain" | "confirmLead" | "conclude" | "overdueReportBack" | "overdueContact" | "tableDecision" | "answers" | "assignment" | "acceptance";
            number: string;
            overdue: boolean;
            /** @enum {string|null} */
            role: "lead" | "assisting" | null;
            /** Format: uuid */
            situationId: string;
        };
        WeekView: {
            /** @description The lists of these that are longer than what is shown here */
            cut: ("doNow" | "waitingFor" | "drafts" | "done")[];
            done: components["schemas"]["WeekDone"][];
            doNow: components["schemas"]["WeekTask"][];
            drafts: components["schemas"]["WeekDraft"][];
            /**
             * Format: date-time
             * @description An emergency meeting that comes before it
             */
            emergencyMeetingAt: string | null;
            /** Format: date-time */
            nextMeetingAt: string;
            /**
             * Format: date
             * @description The day of the table’s next regular meeting: today’s until it is opened
             */
            nextMeetingOn: Day;
            waitingFor: components["schemas"]["WeekTask"][];
        };
        WordsInput: {
            text: string;
        };
        WordsList: {
            rows: components["schemas"]["WordsView"][];
        };
        WordsView: {
            agency: components["schemas"]["AgencyRef"];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string | null;
            text: string;
            version: number;
            /** Format: date-time */
            writtenAt: string | null;
        };
        WorkResponse: {
            /** @description More are parked than are listed */
            moreParked: boolean;
            overdue: components["schemas"]["OverdueResponse"][];
            /** @description Those that wait longest */
            parked: components["schemas"]["ParkedResponse"][];
        };
        YesResponse: {
            /** @enum {string} */
            outcome: "waiting" | "joined";
        };
        YouthItem: {
            /** @description The agency that wrote it */
            agency: string;
            /** Format: date */
            destroyBy: Day;
            /** Format: uuid */
            id: string;
            text: string;
            /** Format: date-time */
            writtenAt: string;
        };
        YouthItemInput: {
            /**
             * Format: date
             * @description Destroyed on this day, or with the situation if that is earlier
             */
            destroyBy: Day;
            /** @description The users who may read it, each a representative at this table; oneself only if named */
            recipients: string[];
            text: string;
        };
        YouthItemList: {
            rows: components["schemas"]["YouthItem"][];
        };
    };
    responses: {
        /** @description Malformed or not valid; `fields` names paths and rules */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No live session */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The acting seat may not do this */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not there, or not visible: answered alike */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Refused by a rule, or collided with another change */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed since it was read */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body larger than 64 KiB */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not JSON */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The idempotency key was used for something else */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many attempts */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server, by request id */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Busy, or the database cannot be reached; see Retry-After */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "upkeep.backups": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description Only those of this kind */
                kind?: "data" | "keys" | "restore";
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["BackupRunResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "administration.listChains": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ChainResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "administration.listEvents": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AdministrationEventResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "upkeep.keyring": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyringResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "administration.listRefusals": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["RefusalResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "upkeep.work": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "upkeep.tryAgain": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "agencies.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                endedToo?: boolean;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AgencyResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "agencies.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAgencyRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "agencies.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "agencies.end": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "agencies.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAgencyRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendar.feed": {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.get": {
        parameters: {
            query?: {
                /** @description One list only */
                list?: string;
                /** @description The current version unless given */
                version?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodebookView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.listChanges": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
                /** @description `proposed` unless given */
                state?: "proposed" | "published" | "discarded";
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ChangeView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.propose": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.getChange": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.revise": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermContentInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.discard": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.sign": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "codebook.listVersions": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["VersionView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "demoClock.advance": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceClockRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoClockResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.waiting": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["EarlyDestruction"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "live.stream": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "holidays.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidaysView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "holidays.put": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolidaysInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidaysView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["InvitationResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.giveCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenCodeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "invitations.confirmFaceToFace": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaceToFaceRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "joining.join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "joining.showDigits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowDigitsRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigitsResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "joinings.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["JoiningResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "joinings.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "joinings.sayYes": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendar.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCalendarView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendar.make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendar.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "mailAddress.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeAddressRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "mailAddress.forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "mailAddress.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmAddressRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.changeProfile": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProfileRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.recoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.stopResets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetsStoppedResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEnrolmentRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionsResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "account.endSession": {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
                state?: "scheduled" | "calledOff" | "skipped" | "open" | "closed";
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["MeetingView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.convene": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConveneInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.reschedule": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.agenda": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.note": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
                situation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDecisionInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.attendance": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.mark": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                agency: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.callOff": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.card": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardPlaceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.putCard": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardPlaceInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.close": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.minutes": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.open": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.restore": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendarRule.coming": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ComingMeetingView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "meetings.getOpen": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendarRule.rule": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRuleView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "calendarRule.setRule": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingRuleInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRuleReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notices.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["NoticeResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "notices.see": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "openings.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Opening"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "openings.ask": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskOpeningInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeOpening"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "openings.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeOpening"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "openings.package": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedPackage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "privacy.audit": {
        parameters: {
            query: {
                /** @description Events about what the agency brought, or events of its own people */
                about: "situations" | "people";
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AgencyEvent"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "privacy.auditCounts": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AuditCount"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.certificates": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Certificate"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "privacy.consents": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AgencyConsent"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "privacy.counts": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyCount"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "reviews.digest": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyDigest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "privacy.ledger": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AgencyDisclosure"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.ask": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EarlyDestructionInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.requests": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["HoldRequest"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.refuseHold": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.holds": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AgencyHold"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.setHold": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetHoldInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.liftHold": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.due": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
                /** @description Those that fall due within so many days; all that are concluded unless given */
                within?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["DueSituation"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "reviews.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Review"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "reviews.signOff": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOffInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOff"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "projector.card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectorView"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "projector.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "projector.pair": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "projector.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "projector.shade": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShadeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShadeReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ScreeningHeader"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScreeningInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.rewrite": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScreeningInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.drop": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.bring": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BringInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seatOffers.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["OfferResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seatOffers.offer": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferSeatRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seatOffers.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatMadeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seatOffers.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seats.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
                userId?: string;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["SeatResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seats.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seats.end": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "seats.renew": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewSeatRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewalResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "session.secondFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "joining.setUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "settingsChanges.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description Those decided, too */
                decidedToo?: boolean;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["SettingsChangeResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "settingsChanges.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "settingsChanges.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "situations.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                ageBand?: string;
                /** @description 25 unless given */
                limit?: number;
                /** @description Year, or the beginning of a number */
                number?: string;
                originatingAgency?: string;
                /** @description Only those in which the own agency has a role */
                own?: boolean;
                riskFactor?: string;
                sex?: string;
                /** @description `newest` unless given */
                sort?: "newest" | "oldest";
                /** @description `open` unless given */
                stage?: "deidentified" | "limited" | "planning" | "intervention" | "concluded" | "rejected" | "returned" | "withdrawn" | "open" | "all";
                type?: string;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["SituationListRow"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "situations.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SituationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addConsent": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.consentDetails": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addGap": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GapInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.askHold": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldReasonInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "retention.holdsOf": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SituationHold"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "situations.ledger": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.acceptAssignment": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.addAssisting": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.answer": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.assign": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.assignAgain": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignAgainInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.closeRound": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.conclude": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.confirmLead": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.confirmOnBehalf": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.correctConclusion": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.declineAssignment": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.endRole": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.leaveAssignment": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.proposeConclusion": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.proposeLead": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.reassign": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.recordRisk": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordRiskInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.reject": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.releaseAgain": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.releaseIdentifiers": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.reopen": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.sendBack": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.takeBackRisk": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.takeOverLead": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.undo": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.withdraw": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "moves.withdrawOnBehalf": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addNote": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addPerson": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectPersonInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.correctPerson": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectPersonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.changePlan": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addReportBack": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBackInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.reportDetails": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.safetyNotes": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addSafetyNote": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addService": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.correctSummary": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummaryInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.correctTier2": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectTier2Input"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.tier3": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addTier3": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddIdentityInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.correctTier3": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectIdentityInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.tier4": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.addTier4": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonWordsInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "content.correctTier4": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "situations.timeline": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "situations.whatOthersSee": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OthersSeeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "situations.whoSaw": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["SawEntry"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "youth.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YouthItemList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "youth.write": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YouthItemInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeYouthItem"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "screenings.bringOnBehalf": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BringOnBehalfInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.figures": {
        parameters: {
            query: {
                /** @description A second dimension */
                and?: "type" | "ageBand" | "sex" | "conclusionGroup";
                by: "type" | "ageBand" | "sex" | "conclusionGroup";
                year: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureTable"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.years": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CutYear"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.exports": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ExportView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.ask": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskExportInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedExport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedExport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.manifest": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.file": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.ownConclusions": {
        parameters: {
            query: {
                year: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureTable"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "statistics.ownYears": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CutYear"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tableActs.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["TableActResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                endedToo?: boolean;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["TableResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTableRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableWithAgenciesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.end": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTableRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableWithAgenciesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.place": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                agency: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceAgencyRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableWithAgenciesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.remove": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                agency: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableWithAgenciesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "founding.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundingResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "founding.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmFoundingRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundingResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "founding.see": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmFoundingRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.proposeSettings": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeSettingsRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tables.suggest": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestSectorsRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableWithAgenciesResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tasks.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["OpenTask"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tasks.handBack": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandBackInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "tasks.takeOver": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "users.list": {
        parameters: {
            query?: {
                /** @description The mark `next` of the page before */
                after?: string;
                /** @description 25 unless given */
                limit?: number;
                status?: "invited" | "active" | "disabled";
            };
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send as `after` for the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["UserResponse"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "users.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "users.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "users.startReset": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "users.endSessions": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEndedResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "users.changeStatus": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStatusRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "webhooks.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list: it is never cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "webhooks.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddWebhookRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMade"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "webhooks.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "webhooks.remove": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "webhooks.resume": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "webhooks.renew": {
        parameters: {
            query?: never;
            header: {
                /** @description A new one with each new request, the same one when it is repeated */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made on */
                "If-Match": string;
                /** @description The seat that acts */
                Seat?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretMade"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "week.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The seat that acts */
                Seat?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "docs.page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "docs.style": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "docs.script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "probes.health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeView"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "metrics.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "docs.openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    "probes.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
