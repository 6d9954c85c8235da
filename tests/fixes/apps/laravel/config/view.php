<?php

return ['paths' => [base_path()], 'compiled' => storage_path('framework/views')];
