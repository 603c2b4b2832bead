sign-in-title = Sign in
sign-in-joining = You are about to join the pledge. Sign in with your own account.
sign-in-number = Employee number
sign-in-number-hint = Your NIP, NI PPPK or NIK.
sign-in-password = Password
password-show = Show
password-hide = Hide
sign-in-button = Sign in
sign-in-passkey = Use your fingerprint
sign-in-first = Never signed in before?
sign-in-first-link = Use the code on your activation slip
sign-in-lost = Lost or changed your phone? Forgot your password? Ask your unit's operator for a new slip.
sign-in-number-missing = Type your employee number.
sign-in-password-missing = Type your password.
sign-in-wrong = Number and password do not match. Try again, or ask your unit's operator for a new slip.
sign-in-wait = Too many tries. Try again at { $time }, or ask your unit's operator to open your account.
signed-out-text = You have signed out.
session-over-text = Your session has ended. Sign in again to go on.
done = Done

passkey-cancelled = Not done yet: the device did not recognise you, or you cancelled. Try again, or use a password.
passkey-failed = That did not work yet. Reload this page, then try again or use a password.
passkey-refused = We do not know the key on this device. Use a password, or ask your unit's operator for a new slip.
passkey-over = Time is up. Reload this page, then try again.
passkey-sign-in-again = For your safety, sign out and sign in again. For 10 minutes after that you can add a way to sign in.

activation-title = Use an activation code
activation-lead = The code is on the slip from your unit's operator. After this you sign in without the slip.
activation-code = Code on the slip
activation-code-hint = For example AB12-CD34-EF56: 12 letters and digits. Capital and small letters are the same.
activation-code-missing = Type the code on your slip.
activation-code-invalid = This code cannot be used. Check its letters. A code is good for 14 days and once only. If it still does not work, ask your unit's operator for a new slip.
activation-button = Continue
activation-back = Sign in with a password

choose-title = Are you { $name }?
choose-how = Choose how to sign in. From now on you sign in this way.
choose-passkey = Use fingerprint or screen lock
choose-password-title = Create a password
choose-password-text = This is the right way on a shared computer.
choose-password-button = Save and sign in
choose-other = Not you? Do not go on. Give this slip back to your unit's operator.
choose-other-link = Use another code

new-password = New password
new-password-hint = At least 10 letters, digits or symbols. Three words that only you know are easy to remember.
new-password-short = A password has 10 to 250 letters, digits or symbols. Add a word or two.

account-title = Your account
account-link = Account
account-name = Name
account-password = Password
account-password-set = Set
account-password-none = None yet
account-password-change = Change password
account-password-add = Create a password
account-passkeys = Fingerprint or screen lock
account-passkey-count = { $count ->
    [one] { $count } device
   *[other] { $count } devices
}
account-passkey-none = None yet
account-passkey-text = With fingerprint or screen lock you sign in without a password. Add it only on a device of your own. We never receive your fingerprint.
account-passkey-add = Add this device
account-session = Signed in this time
account-before = Signed in before
account-before-none = Never
account-sessions-title = Other devices
account-sessions-text = If you forgot to sign out elsewhere, sign out all of them from here.
account-sessions-button = Sign out other devices
account-done-password = Your password is changed. Other devices are signed out.
account-done-passkey = This device is added.
account-done-sessions = All other devices are signed out.

change-password-title = Change password
change-password-lead = After the change, other devices are signed out and have to sign in again.
change-password-current = Current password
change-password-wrong = The current password is not right. Try again, or ask your unit's operator for a new slip.
change-password-button = Save password
