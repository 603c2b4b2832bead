devices-title = Your devices
devices-link = See your devices
devices-lead = Your account is open on these devices. One that is not used for 30 minutes signs out by itself.
devices-what = Device
devices-since = Signed in since
devices-seen = Last used
devices-here = This device
devices-end = Sign out
devices-unknown = Is one of them not yours? Sign it out, then change your password.
devices-done-one = That device is signed out.
device-android-phone = Android phone
device-android-tablet = Android tablet
device-windows = Windows computer
device-mac = Mac
device-linux = Linux computer
device-other = Another device

confirm-title = Show that it is you
confirm-lead = The next step matters. We ask once more, so that nobody acts in your name.
confirm-button = Continue
confirm-back = Back
confirm-hint = It counts for 5 minutes on this device. You then return to the page you came from and go on there.

rescue-title = Secure an account
rescue-link = Secure somebody's account
rescue-lead = For somebody whose phone is lost or whose account is used by somebody else.
rescue-number-hint = The person whose account is to be secured.
rescue-find = Find the account
rescue-devices = { $devices ->
    [0] Not signed in on any device.
    [one] Signed in on 1 device.
   *[other] Signed in on { $devices } devices.
}
rescue-no-account = This person has no account yet. There is nothing to secure.
rescue-end = Sign out on all devices
rescue-end-hint = The person has to sign in again on each device. If somebody else knows the password, print a new slip as well. This is recorded.
rescue-done-sessions = That person is signed out on all devices.
rescue-code = Remove the sign-in code
rescue-code-hint = When both phone and recovery codes are lost. At the next sign-in the person sets up a new code. First make sure that it really is them. This is recorded.
rescue-done-code = That person's sign-in code is removed, and they are signed out on all devices.

code-title = Sign-in code
code-account-text = With a sign-in code, your password alone is not enough for somebody else. The code comes from an app on your phone.
code-account-link = Manage the sign-in code
code-set-up-title = Set up a sign-in code
code-set-up-needed = Your role opens the data of many people. So each time you sign in you need a code from your phone as well as your password.
code-set-up-lead = From then on you need a code from your phone as well as your password each time you sign in.
code-step-app = Install an authenticator app on your phone, such as Aegis, FreeOTP or Google Authenticator.
code-step-scan = Scan this picture with the app.
code-step-type = Type the six digits that the app shows.
code-picture = QR code for an authenticator app
code-by-hand = Cannot scan it? Type this into the app:
code-label = Sign-in code
code-hint = Six digits. They change every 30 seconds.
code-or-recovery-hint = Six digits from the app on your phone, or one recovery code.
code-button = Continue
code-give-title = Enter your sign-in code
code-give-lead = Your password is right. Now open the authenticator app on your phone.
code-lost = Lost your phone? Use a recovery code. If those are lost as well, go to an administrator or an identity custodian.
code-cancel = Sign out
code-wrong = This code does not fit or has been used. Wait for the next one in the app and type that. Check the clock of your phone, too.
code-first = This account uses a sign-in code. Make a password first, sign in with that code, then add your fingerprint on the page Account.
code-needed = Your role requires the sign-in code, so it cannot be switched off.
code-not-oneself = You cannot remove your own sign-in code here. Ask somebody else who may.
code-is-on = The sign-in code is set up. We ask for it each time you sign in with your password.
code-since = Set up since
code-left = Recovery codes left
code-new-recovery = Make new recovery codes
code-new-recovery-hint = The old recovery codes will no longer work.
code-off = Switch the sign-in code off
code-done-off = The sign-in code is switched off.
recovery-title = Your recovery codes
recovery-done = The sign-in code is ready.
recovery-lead = Write down or print these ten codes now and keep them in a safe place, not on your phone. We will not show them again. Each can be used once if your phone is lost.
recovery-on = I have kept them, continue
